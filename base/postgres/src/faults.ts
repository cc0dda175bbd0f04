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
  unreadableBinaries: {
    status: 503,
    title: { zh: '内置数据库程序无法运行', en: 'The embedded database can not be run' },
    detail: {
      zh: '服务器账户无法读取 {folder}，也无法复制：{reason}',
      en: 'The server account can not read {folder}, nor could it be copied: {reason}',
    },
    help: {
      zh: '请把项目放到其他账户可读的目录，或设置 DATABASE_URL。',
      en: 'Put the project where other accounts can read it, or set DATABASE_URL.',
    },
  },
  unreachableFolder: {
    status: 503,
    title: { zh: '数据目录无法访问', en: 'Data folder out of reach' },
    detail: { zh: '服务器账户无法进入 {folder}。', en: 'The server account can not enter {folder}.' },
    help: {
      zh: '请用 --data 指定其他账户可进入的目录，或不以 root 运行。',
      en: 'Name a folder that other accounts can enter with --data, or do not run as root.',
    },
  },
  noAccount: {
    status: 503,
    title: { zh: '当前用户没有账户名', en: 'This user has no account name' },
    detail: {
      zh: '用户号 {uid} 在 /etc/passwd 中没有记录，无法初始化数据库。',
      en: 'The uid {uid} has no entry in /etc/passwd, so a cluster can not be made.',
    },
    help: {
      zh: '请在 /etc/passwd 中加上该用户号，或设置 DATABASE_URL。',
      en: 'Add the uid to /etc/passwd, or set DATABASE_URL.',
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
  copyValue: {
    status: 422,
    title: { zh: '批量写入的值类型不符', en: 'A value does not fit its column' },
    detail: { zh: '第 {row} 行的 {column} 不是 {type}。', en: 'Row {row}: {column} is no {type}.' },
    help: { zh: '请改正该值；整批未写入。', en: 'Correct the value; nothing of the batch was written.' },
  },
  copyColumns: {
    status: 500,
    title: { zh: '批量读取的列数不符', en: 'Another number of columns than asked for' },
    detail: { zh: '应有 {wanted} 列，得到 {got} 列。', en: '{wanted} columns were expected, {got} came.' },
    help: { zh: '请让列的类型与查询一致。', en: 'Name one type for each column of the query.' },
  },
  copyCut: {
    status: 503,
    title: { zh: '批量读取中断', en: 'Rows were cut off' },
    detail: { zh: '数据在结束标记之前中断。', en: 'The rows ended before their end mark.' },
    help: { zh: '请重试。', en: 'Try again.' },
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
  diskFull: {
    status: 507,
    title: { zh: '磁盘已满', en: 'The disk is full' },
    detail: { zh: '数据库无法写入：{reason}', en: 'The database can not write: {reason}' },
    help: {
      zh: '请清理磁盘；有空间后自动恢复，已确认的内容不会丢失。',
      en: 'Free some space; work goes on by itself then, and nothing acknowledged is lost.',
    },
  },
  tooOld: {
    status: 503,
    title: { zh: '数据库版本过低', en: 'The database server is too old' },
    detail: {
      zh: '服务器是 PostgreSQL {version}，至少需要 15。',
      en: 'The server is PostgreSQL {version}; 15 or newer is needed.',
    },
    help: {
      zh: '请升级服务器，或不设 DATABASE_URL 而用内置数据库。',
      en: 'Upgrade the server, or leave DATABASE_URL out to use the embedded one.',
    },
  },
  commitUnknown: {
    status: 503,
    title: { zh: '提交结果未知', en: 'It is not known whether this was saved' },
    detail: {
      zh: '等待提交结果时连接中断。',
      en: 'The connection was lost while the answer to the commit was awaited.',
    },
    help: { zh: '请刷新查看是否已保存，再决定是否重试。', en: 'Look whether it was saved before you try again.' },
  },
  rolledBack: {
    status: 500,
    title: { zh: '事务已回滚', en: 'The transaction was rolled back' },
    detail: {
      zh: '事务中一条语句失败后仍继续，数据库未提交任何内容。',
      en: 'The work went on after a failed statement, so nothing was committed.',
    },
    help: { zh: '请重试；若再次出现请联系管理员。', en: 'Try again; if it comes back, tell the administrator.' },
  },
  backupElsewhere: {
    status: 409,
    title: { zh: '此数据库须用自带工具备份', en: 'This server is backed up by its own tools' },
    detail: {
      zh: 'DATABASE_URL 指定的服务器，其文件不在本程序管理之下。',
      en: 'The files of a server named by DATABASE_URL are not in our hands.',
    },
    help: {
      zh: '请用 pg_basebackup（整机）或 pg_dump（单库），或云服务商的备份功能。',
      en: 'Use pg_basebackup (whole server), pg_dump (one database), or the backups of your provider.',
    },
  },
  backupDamaged: {
    status: 422,
    title: { zh: '备份已损坏', en: 'The backup is damaged' },
    detail: { zh: '{file} 缺失或与清单不符。', en: '{file} is missing or not as the manifest says.' },
    help: { zh: '请改用另一份备份；未恢复任何内容。', en: 'Use another backup; nothing was restored.' },
  },
  targetOccupied: {
    status: 409,
    title: { zh: '目标目录已存在', en: 'The target is there already' },
    detail: { zh: '{folder} 已存在。', en: '{folder} exists.' },
    help: { zh: '请指定一个尚不存在的目录。', en: 'Name a folder that is not there yet.' },
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
