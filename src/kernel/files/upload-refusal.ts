/** Why an upload was not taken: a stable code, and a sentence that says what to do about it. */
export interface UploadRefusal {
  readonly code: UploadRefusalCode
  readonly sentence: string
}

const SENTENCES = {
  empty: '这个文件是空的。请检查后重新选择文件。',
  'too-large': '文件超过了大小上限。请压缩图片、拆分文件后再上传。',
  'name-unsafe': '文件名里有看不见的字符或路径。请把文件改成普通的名字后再上传。',
  'kind-unknown': '不支持这种文件。请上传 PDF、Word（.docx）、Excel（.xlsx）、图片（.png、.jpg）、.txt 或 .csv。',
  'kind-old-office': '这是旧版 Office 文件。请在 Word、Excel 或 WPS 中“另存为” .docx 或 .xlsx 后再上传。',
  'kind-not-here': '这里不接受这种文件。请换成页面上列出的格式后再上传。',
  'name-mismatch': '文件内容和扩展名不一致。请用原来的程序打开，另存为正确的格式后再上传。',
  damaged: '文件已损坏，打不开。请重新导出或另存一份后再上传。',
  mixed: '文件里夹带了另一种文件。请用原来的程序打开，另存一份后再上传。',
  active: '文件含有宏、脚本或自动运行的内容。请另存为不含宏的文件，或导出 PDF 后再上传。',
  embedded: '文件里嵌入了其他文件。请把嵌入的文件单独上传。',
  external: '文件会从外部地址读取模板或内容。请断开外部链接后另存一份再上传。',
  encrypted: '文件加了密码，系统无法检查。请去掉密码后再上传。',
  'unpacks-too-large': '文件解压后过大或部件过多。请拆分成几个文件后再上传。',
  'too-many-pixels': '图片尺寸过大。请缩小到 5000 万像素以内后再上传。',
  virus: '安全检查认为这个文件有害，没有保存。请联系管理员。',
} as const

export type UploadRefusalCode = keyof typeof SENTENCES

export function refuseUpload(code: UploadRefusalCode): UploadRefusal {
  return { code, sentence: SENTENCES[code] }
}
