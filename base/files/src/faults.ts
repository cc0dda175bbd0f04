import { catalogue } from '@yiwang/faults';

export const filesFaults = catalogue('files', {
  empty: {
    status: 422,
    title: { zh: '文件是空的', en: 'The file is empty' },
    detail: { zh: '收到的文件没有内容。', en: 'The file that came has no content.' },
    help: { zh: '请重新选择文件后上传。', en: 'Choose the file again and upload it.' },
  },
  tooLarge: {
    status: 413,
    title: { zh: '文件太大', en: 'The file is too large' },
    detail: { zh: '文件超过 {maxBytes} 字节。', en: 'The file has more than {maxBytes} bytes.' },
    help: { zh: '请压缩或裁剪后重新上传。', en: 'Make it smaller and upload it again.' },
  },
  wrongType: {
    status: 415,
    title: { zh: '文件类型不符', en: 'The file is not of an accepted type' },
    detail: { zh: '不能接受该文件：{reason}。', en: 'The file can not be taken: {reason}.' },
    help: {
      zh: '可以上传的类型：{types}。请不要只改扩展名，图片不超过一亿像素。',
      en: 'These types are taken: {types}. Changing the name alone does not help; pictures have 100 megapixels at most.',
    },
  },
  unknown: {
    status: 404,
    title: { zh: '没有这个文件', en: 'No such file' },
    detail: { zh: '没有散列值为 {hash} 的文件。', en: 'There is no file with the hash {hash}.' },
    help: { zh: '请核对链接；文件可能未上传完成。', en: 'Check the link; its upload may not have finished.' },
  },
  damaged: {
    status: 500,
    title: { zh: '文件已损坏', en: 'The file is damaged' },
    detail: {
      zh: '文件 {hash} 的内容与其散列值不一致。',
      en: 'The content of file {hash} no longer has that hash.',
    },
    help: {
      zh: '请管理员从备份恢复该文件，并检查存储设备；重新上传原件也可恢复。',
      en: 'Restore it from a backup and check the storage; uploading the original again mends it too.',
    },
  },
  noSpace: {
    status: 507,
    title: { zh: '文件存储空间已满', en: 'No space left for files' },
    detail: { zh: '文件没有保存：磁盘已满。', en: 'The file was not stored: the disk is full.' },
    help: {
      zh: '请管理员清理或扩大文件所在的磁盘，然后重新上传；已保存的文件不受影响。',
      en: 'Free or enlarge the disk that holds the files, then upload again; files stored before are untouched.',
    },
  },
  folderUnusable: {
    status: 500,
    title: { zh: '文件目录无法使用', en: 'The folder of files can not be used' },
    detail: { zh: '目录 {folder}：{reason}。', en: 'Folder {folder}: {reason}.' },
    help: {
      zh: '请检查该目录是否存在、运行服务的账户是否可写。',
      en: 'Check that it is a folder and that the account running the server may write to it.',
    },
  },
  unreachable: {
    status: 503,
    title: { zh: '文件存储暂时无法访问', en: 'The file storage can not be reached' },
    detail: { zh: '多次尝试后仍失败：{reason}。', en: 'It failed after several attempts: {reason}.' },
    help: { zh: '请稍后重试；管理员请检查对象存储服务。', en: 'Try again later; have the S3 service checked.' },
  },
  storeRefused: {
    status: 502,
    title: { zh: '文件存储拒绝了请求', en: 'The file storage refused the request' },
    detail: { zh: '对象存储答复 {status}：{reason}', en: 'The S3 service answered {status}: {reason}' },
    help: {
      zh: '请管理员检查存储桶、区域和密钥的设置。',
      en: 'Check the settings of bucket, region and access key.',
    },
  },
  badName: {
    status: 422,
    title: { zh: '文件名不合规定', en: 'The file has no proper name' },
    detail: {
      zh: '文件名须为 1 至 255 个字符，不含控制字符。',
      en: 'A name has 1 to 255 characters, no control characters.',
    },
    help: { zh: '请改名后重试。', en: 'Rename the file and try again.' },
  },
});
