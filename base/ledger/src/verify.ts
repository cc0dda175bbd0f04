/** What verifies offline, in a browser too: nothing here imports from Node. */
export { canonicalJson } from './canonicalJson.ts';
export { verifyInclusion, rootByInclusion, type InclusionProof } from './verifyInclusion.ts';
export { verifyConsistency, type ConsistencyProof } from './verifyConsistency.ts';
export { verifyNote, type NoteVerdict, type Verifier } from './verifyNote.ts';
export { readNote, type SignedNote } from './checkpointNote.ts';
