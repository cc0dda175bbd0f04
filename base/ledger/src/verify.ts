/** What verifies offline, in a browser too: nothing here imports from Node. */
export { canonicalJson } from './canonicalJson.ts';
export { verifyInclusion, rootByInclusion, type InclusionProof } from './verifyInclusion.ts';
export { verifyConsistency, type ConsistencyProof } from './verifyConsistency.ts';
export { verifyNote, type NoteVerdict, type Verifier } from './verifyNote.ts';
export { verifyReceipt, type ReceiptVerdict } from './verifyReceipt.ts';
export { readNote, type SignedNote } from './checkpointNote.ts';
export { sha256 } from './sha256.ts';
export { sm3 } from './sm3.ts';
