import type { Readable } from 'node:stream';
import { systemClock, type Clock } from '@yiwang/clock';
import type { KnownType, PutOptions } from './acceptedBytes.ts';
import type { Chunks } from './chunks.ts';
import { openFolderStore } from './folderStore.ts';
import { openS3Store, type S3Options } from './s3Store.ts';
import type { StoredFile } from './spool.ts';

/** Files under the SHA-256 of their content. A file never changes and is there once, however often it is put. */
export interface FileStore {
  /**
   * Stores what arrives; when it returns, the file is on disk (or S3 has it). A picture is stored without what
   * says where it was taken (Exif, XMP, texts), so `hash` and `size` are of what is kept.
   * @throws files.empty, files.tooLarge, files.wrongType, files.noSpace, files.unreachable, files.storeRefused
   */
  put(body: Chunks | Uint8Array, options: PutOptions | KnownType): Promise<StoredFile>;
  /**
   * The stream ends with files.damaged where the content has changed.
   * @throws files.unknown, files.unreachable, files.storeRefused
   */
  get(hash: string): Promise<{ readonly bytes: Readable; readonly size: number }>;
  has(hash: string): Promise<boolean>;
}

export type FileStoreOptions = ({ readonly folder: string } | { readonly s3: S3Options }) & {
  /** By whose time leftovers are old. */
  readonly clock?: Clock;
};

/** Opens the store and sweeps what a killed process left half written more than a day ago. @throws files.folderUnusable */
export function openFileStore(options: FileStoreOptions): FileStore {
  const clock = options.clock ?? systemClock;
  return 'folder' in options ? openFolderStore(options.folder, clock) : openS3Store(options.s3, clock);
}
