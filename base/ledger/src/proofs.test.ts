import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { appendLeaf, foldRoots, leafHash, nodeHash, type Frontier } from './merkleTree.ts';
import { completeSubtrees, consistencyRanges, inclusionRanges, type Range } from './proofRanges.ts';
import { sha256 } from './sha256.ts';
import { sm3 } from './sm3.ts';
import { verifyConsistency } from './verifyConsistency.ts';
import { verifyInclusion } from './verifyInclusion.ts';

/** Inputs and roots of the reference tree of certificate-transparency (merkle_tree_test), sizes 1 to 8. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function frontierOf(leaves: readonly Uint8Array[]): Frontier {
  const frontier: Frontier = { size: 0, roots: [] };
  for (const leaf of leaves) appendLeaf(sha256, frontier, leaf);
  return frontier;
}

/** MTH of RFC 6962 §2.1, word by word. */
function reference(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(sha256, reference(leaves.slice(0, half)), reference(leaves.slice(half)));
}

/** A seeded generator (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const published = inputs.map((hex) => leafHash(sha256, Uint8Array.fromHex(hex)));

suite('the tree', () => {
  test('it has the published roots of the reference tree for sizes 1 to 8', () => {
    roots.forEach((root, at) => {
      assert.equal(foldRoots(sha256, frontierOf(published.slice(0, at + 1)).roots).toHex(), root);
    });
  });

  test('the published audit paths and consistency proofs come out, and verify', () => {
    const rootOf = ({ start, end }: Range): Uint8Array => reference(published.slice(start, end));
    const path = (ranges: readonly Range[]): string[] => ranges.map((range) => rootOf(range).toHex());
    // RFC 6962 reference tests: leaf 5 (counted from 0) of 8, and from 6 to 8.
    assert.deepEqual(path(inclusionRanges(5, 8)), [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    assert.deepEqual(path(consistencyRanges(6, 8)), [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test('proofs of random trees verify, and no other leaf, place, size, root or path does', () => {
    const random = chance(2026);
    for (let round = 0; round < 60; round++) {
      const size = 1 + Math.floor(random() * (round < 40 ? 40 : 600));
      const leaves = Array.from({ length: size }, (_, n) => leafHash(sha256, Uint8Array.of(n & 255, n >> 8, round)));
      const root = reference(leaves);
      assert.deepEqual(foldRoots(sha256, frontierOf(leaves).roots), root);
      const rootOf = ({ start, end }: Range): Uint8Array => reference(leaves.slice(start, end));
      const index = Math.floor(random() * size);
      const proof = { index, size, path: inclusionRanges(index, size).map(rootOf) };
      const leaf = leaves[index]!;
      assert.equal(verifyInclusion(leaf, proof, root), true);
      assert.equal(verifyInclusion(leaf, { ...proof, index: (index + 1) % size }, root), size === 1);
      assert.equal(verifyInclusion(leaf, { ...proof, path: [...proof.path, leaf] }, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, index: -1 }, root), false);
      assert.equal(verifyInclusion(leaf, { ...proof, index: 0.5 }, root), false);
      if (size > 1) {
        assert.equal(verifyInclusion(leaf, { ...proof, path: proof.path.slice(1) }, root), false);
        assert.equal(verifyInclusion(leaves[(index + 1) % size]!, proof, root), false);
      }
      const from = Math.floor(random() * (size + 1));
      const older = reference(leaves.slice(0, from));
      const consistency = { from, to: size, path: consistencyRanges(from, size).map(rootOf) };
      assert.equal(verifyConsistency(consistency, older, root), true, `${from} to ${size}`);
      if (from > 0) assert.equal(verifyConsistency(consistency, sha256(older), root), false);
      // Nothing is within anything: from 0 every root is consistent.
      assert.equal(verifyConsistency(consistency, older, sha256(root)), from === 0);
      assert.equal(verifyConsistency({ ...consistency, path: [...consistency.path, leaf] }, older, root), false);
      if (consistency.path.length > 0) {
        assert.equal(verifyConsistency({ ...consistency, path: consistency.path.slice(1) }, older, root), false);
      }
    }
  });

  test('a range falls into complete subtrees that cover it exactly', () => {
    for (const range of consistencyRanges(1000, 3333)) {
      const parts = completeSubtrees(range);
      assert.equal(parts[0]!.index * 2 ** parts[0]!.height, range.start);
      assert.equal(
        parts.reduce((sum, part) => sum + 2 ** part.height, 0),
        range.end - range.start,
      );
    }
  });

  test('the pure hashes give what OpenSSL gives, for every length around the block bounds', () => {
    for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000]) {
      const bytes = new Uint8Array(length).fill(length & 255);
      assert.equal(sha256(bytes).toHex(), createHash('sha256').update(bytes).digest('hex'));
      assert.equal(sm3(bytes).toHex(), createHash('sm3').update(bytes).digest('hex'));
    }
  });
});
