export { openFileStore, type FileStore, type FileStoreOptions } from './fileStore.ts';
export { type KnownType, type PutOptions } from './acceptedBytes.ts';
export { type StoredFile } from './spool.ts';
export { type S3Options } from './s3Store.ts';
export { recordFile, findFile, type FileRecord, type NewFileRecord } from './fileRecord.ts';
export { filesMigrations } from './migrations.ts';
export { filesFaults } from './faults.ts';
