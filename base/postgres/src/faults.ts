import { catalogue } from '@yiwang/faults';

export const postgresFaults = catalogue('postgres', {
  dataFolderInUse: {
    status: 503,
    title: { zh: '数据目录正被使用', en: 'Data folder in use' },
    detail: { zh: '{folder} 正被进程 {pid} 使用。', en: '{folder} is in use by process {pid}.' },
    help: {
      zh: '请停止该进程，或用 --data 指定另一个目录。',
      en: 'Stop that process, or name another folder with --data.',
    },
  },
  notStarted: {
    status: 503,
    title: { zh: '内置数据库未能启动', en: 'The embedded database did not start' },
    detail: { zh: '{reason}', en: '{reason}' },
    help: {
      zh: '日志在 {log}；运行 ./yiwang doctor 可检查环境。',
      en: 'The log is {log}; ./yiwang doctor checks the machine.',
    },
  },
  noBinaries: {
    status: 503,
    title: { zh: '缺少内置数据库程序', en: 'No embedded database for this machine' },
    detail: { zh: '没有 {platform} 的 PostgreSQL 程序。', en: 'There are no PostgreSQL binaries for {platform}.' },
    help: {
      zh: '请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器。',
      en: 'Name a PostgreSQL server, 15 or newer, by DATABASE_URL.',
    },
  },
  unreachable: {
    status: 503,
    title: { zh: '数据库不可达', en: 'Database not reachable' },
    detail: { zh: '连接数据库失败：{reason}', en: 'The database could not be reached: {reason}' },
    help: {
      zh: '系统会自动重连；请检查数据库是否在运行。',
      en: 'It is tried again by itself; check that the database runs.',
    },
  },
  migrationChanged: {
    status: 500,
    title: { zh: '已执行的迁移被改动', en: 'An applied migration was changed' },
    detail: {
      zh: '{migration} 的校验和与已执行的不同。',
      en: '{migration} no longer has the checksum it was applied with.',
    },
    help: { zh: '请恢复该文件，另加一个新编号的迁移。', en: 'Restore the file and add a migration with a new number.' },
  },
  migrationsAhead: {
    status: 500,
    title: { zh: '数据库比程序新', en: 'The database is newer than the program' },
    detail: {
      zh: '数据库里有程序没有的迁移 {migration}。',
      en: 'The database has {migration}, which this program lacks.',
    },
    help: { zh: '请使用更新的程序版本。', en: 'Use a newer version of the program.' },
  },
  migrationFailed: {
    status: 500,
    title: { zh: '迁移失败', en: 'A migration failed' },
    detail: { zh: '{migration}：{reason}', en: '{migration}: {reason}' },
    help: { zh: '数据库未改动；请修正该文件。', en: 'The database is unchanged; mend the file.' },
  },
});
