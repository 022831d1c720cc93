import { deflateSync } from 'node:zlib'
import {
  contentTypes,
  docxParts,
  jpg,
  jpgSegment,
  objectStream,
  pdf,
  png,
  pngChunk,
  relations,
  xlsxParts,
  zip,
} from './testing.ts'

/** A file as somebody sends it: what it is about, the declared name, the bytes. */
export interface Sample {
  readonly about: string
  readonly name: string
  readonly bytes: Buffer
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const EICAR = ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const sample = (about: string, name: string, bytes: Buffer | string): Sample => ({ about, name, bytes: Buffer.from(bytes) })

/** What honest people send. */
export function goodFiles(): Sample[] {
  return [
    sample('a PDF', '答复函.pdf', pdf()),
    sample('a PDF with an object stream', '公告.PDF', pdf({ objects: [objectStream('<< /Title (JS /AB) >>')] })),
    sample('a Word document', '关于加装电梯的建议.docx', zip(docxParts())),
    sample('a Word document with a link', '链接.docx', zip(docxParts([rels('word/_rels/document.xml.rels', 'hyperlink')]))),
    sample('a workbook', '代表名单.xlsx', zip(xlsxParts())),
    sample(
      'a workbook with printer settings',
      '打印.xlsx',
      zip(xlsxParts([{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }])),
    ),
    sample('a PNG', '现场.png', png()),
    sample('a PNG with a text chunk', '截图.png', png(3, 3, [pngChunk('tEXt', Buffer.from('Software\0WPS'))])),
    sample('a JPG', '现场照片.jpg', jpg()),
    sample('a phone photo with a film behind it', 'IMG_0001.JPEG', jpg(4, 3, [], Buffer.from('\0\0\0\x18ftypmp42----mdat'))),
    sample('UTF-8 text', '意见.txt', '建议把公交站往东移 50 米。\r\n'),
    sample(
      'GB18030 text',
      '旧系统导出.csv',
      Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb1, 0xea, 0xcc, 0xe2, 0x0d, 0x0a, 0x31, 0x2c, 0xb1, 0xea]),
    ),
    sample('UTF-16 text', '记事本.txt', Buffer.from('\ufeff座谈记录', 'utf16le')),
    sample('CSV', '台账.csv', '\ufeff编号,任务\r\n1,"清理河道, 二期"\r\n'),
    sample('a name with a Windows folder in front', 'C:\\fakepath\\附件 1.txt', '一'),
  ]
}

/** What must be refused. */
export function attackFiles(): Sample[] {
  return [...zipAttacks(), ...officeAttacks(), ...pdfAttacks(), ...imageAttacks(), ...textAttacks(), ...nameAttacks()]
}

function zipAttacks(): Sample[] {
  const zeros = Buffer.alloc(8 * 1024 * 1024)
  const many = Array.from({ length: 2100 }, (_, n) => ({ name: `word/p${n}.xml`, content: 'x' }))
  const good = zip(docxParts())
  return [
    sample('zip bomb by ratio', 'a.docx', zip(docxParts([{ name: 'word/media/image1.xml', content: zeros }]))),
    sample(
      'zip bomb by announced size',
      'a.docx',
      zip(docxParts([{ name: 'word/media/a.xml', content: 'x', declaredBytes: 4_000_000_000 }])),
    ),
    sample(
      'zip bomb that lies about its size',
      'a.docx',
      zip(docxParts([{ name: 'word/a.xml', content: zeros, declaredBytes: 100 }])),
    ),
    sample('zip bomb by overlapping entries', 'a.docx', overlapping()),
    sample('too many entries', 'a.docx', zip(docxParts(many))),
    sample('zip slip', 'a.docx', zip(docxParts([{ name: '../../etc/cron.d/x', content: 'x' }]))),
    sample('zip slip with backslashes', 'a.xlsx', zip(xlsxParts([{ name: '..\\..\\x.xml', content: 'x' }]))),
    sample('absolute entry name', 'a.docx', zip(docxParts([{ name: '/etc/passwd', content: 'x' }]))),
    sample('drive letter in an entry name', 'a.docx', zip(docxParts([{ name: 'C:/x.xml', content: 'x' }]))),
    sample('NUL in an entry name', 'a.docx', zip(docxParts([{ name: 'word/a.xml\0.png', content: 'x' }]))),
    sample('two entries of one name', 'a.docx', zip([...docxParts(), { name: 'WORD/document.xml', content: 'x' }])),
    sample(
      'local header with another name',
      'a.docx',
      zip(docxParts([{ name: 'word/b.xml', localName: 'word/c.xml', content: 'x' }])),
    ),
    sample('encrypted entry', 'a.docx', zip(docxParts([{ name: 'word/b.xml', content: 'x', flags: 1 }]))),
    sample('nested archive', 'a.docx', zip(docxParts([{ name: 'word/media/a.zip', content: good }]))),
    sample('a bare zip named docx', 'a.docx', zip([{ name: 'readme.xml', content: 'x' }])),
    sample('a zip', 'a.zip', good),
    sample('truncated docx', 'a.docx', good.subarray(0, good.length - 30)),
    sample('data in front of the zip', 'a.docx', Buffer.concat([Buffer.from('MZ-self-extracting'), good])),
    sample('data behind the zip', 'a.docx', Buffer.concat([good, Buffer.from(HTML)])),
    sample('a zip without entries', 'a.xlsx', zip([])),
  ]
}

/** An entry whose packed data also covers the next entry, as the bombs that unpack to petabytes do. */
function overlapping(): Buffer {
  const names = ['word/a1.xml', 'word/a2.xml']
  const bytes = zip(docxParts(names.map((name) => ({ name, content: 'x' }))))
  const central = bytes.lastIndexOf('word/a1.xml') - 46
  bytes.writeUInt32LE(bytes.readUInt32LE(central + 20) + 60, central + 20)
  return bytes
}

function officeAttacks(): Sample[] {
  const macroTypes = contentTypes('/word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')
  const docm = zip(
    docxParts([
      { name: '[Content_Types].xml', content: macroTypes },
      { name: 'word/vbaProject.bin', content: 'x' },
    ]),
  )
  const bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
  const settings = 'word/_rels/settings.xml.rels'
  return [
    sample('docm', 'a.docm', docm),
    sample('docm renamed to docx', 'a.docx', docm),
    sample('macro part in a docx', 'a.docx', zip(docxParts([{ name: 'word/vbaProject.bin', content: 'x' }]))),
    sample('ActiveX part', 'a.docx', zip(docxParts([{ name: 'word/activeX/activeX1.xml', content: '<x/>' }]))),
    sample('embedded object', 'a.docx', zip(docxParts([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]))),
    sample('remote template', 'a.docx', zip(docxParts([rels(settings, 'attachedTemplate')]))),
    sample('remote picture', 'a.docx', zip(docxParts([rels('word/_rels/document.xml.rels', 'image')]))),
    sample(
      'remote workbook link',
      'a.xlsx',
      zip(xlsxParts([rels('xl/externalLinks/_rels/externalLink1.xml.rels', 'externalLinkPath')])),
    ),
    sample(
      'DDE field',
      'a.docx',
      zip(docxParts([{ name: 'word/document.xml', content: '<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>' }])),
    ),
    sample(
      'DDE link in a workbook',
      'a.xlsx',
      zip(xlsxParts([{ name: 'xl/externalLinks/e1.xml', content: '<ddeLink ddeService="cmd"/>' }])),
    ),
    sample('entity bomb', 'a.docx', zip(docxParts([{ name: 'word/document.xml', content: bomb }]))),
    sample(
      'entity bomb in UTF-16',
      'a.docx',
      zip(docxParts([{ name: 'word/document.xml', content: Buffer.from(`\ufeff${bomb}`, 'utf16le') }])),
    ),
    sample('web page inside', 'a.docx', zip(docxParts([{ name: 'word/afchunk.html', content: HTML }]))),
    sample('SVG inside', 'a.docx', zip(docxParts([{ name: 'word/media/a.svg', content: SVG }]))),
    sample('a workbook named docx', 'a.docx', zip(xlsxParts())),
    sample('old Word', 'a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    sample('old Excel named xlsx', 'a.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
  ]
}

function rels(name: string, type: string): { name: string; content: string } {
  return { name, content: relations(type, 'http://203.0.113.7/x', 'External') }
}

function pdfAttacks(): Sample[] {
  const bomb = `<< /Type /ObjStm /N 1 /First 0 /Filter /FlateDecode >>\nstream\n${deflateSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1')}\nendstream`
  return [
    sample('PDF that runs a script', 'a.pdf', pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })),
    sample('PDF script with an escaped name', 'a.pdf', pdf({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (x) >>' })),
    sample('PDF script in an object stream', 'a.pdf', pdf({ objects: [objectStream('<< /S /JavaScript /JS (x) >>')] })),
    sample('PDF script behind a comment', 'a.pdf', pdf({ objects: ['% stream\n<< /S /JavaScript /JS (x) >> % endstream'] })),
    sample('PDF that starts a program', 'a.pdf', pdf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] })),
    sample('PDF with an attached file', 'a.pdf', pdf({ catalog: '/Names << /EmbeddedFiles 9 0 R >>' })),
    sample('PDF form in XFA', 'a.pdf', pdf({ catalog: '/AcroForm << /XFA 9 0 R >>' })),
    sample('PDF with a password', 'a.pdf', pdf({ trailer: '/Encrypt 9 0 R' })),
    sample('PDF object stream bomb', 'a.pdf', pdf({ objects: [bomb] })),
    sample('PDF with a zip behind it', 'a.pdf', Buffer.concat([pdf(), zip(docxParts())])),
    sample('PDF with a web page behind it', 'a.pdf', pdf({ tail: HTML })),
    sample('PDF and web page in one', 'a.pdf', pdf({ catalog: `/X (${HTML})` })),
    sample('truncated PDF', 'a.pdf', pdf().subarray(0, 60)),
    sample('only the mark of a PDF', 'a.pdf', '%PDF-1.7\n'),
  ]
}

function imageAttacks(): Sample[] {
  const comment = (text: string) => jpgSegment(0xfe, Buffer.from(text))
  return [
    sample('pixel flood', 'a.png', png(60_000, 60_000)),
    sample('pixel flood with the largest size', 'a.png', png(0x7fffffff, 0x7fffffff)),
    sample('PNG of no size', 'a.png', png(0, 10)),
    sample('JPG pixel flood', 'a.jpg', jpg(65_535, 65_535)),
    sample('PNG with a wrong checksum', 'a.png', corrupted(png())),
    sample('truncated PNG', 'a.png', png().subarray(0, 40)),
    sample('PNG with PHP in its text', 'a.png', png(2, 2, [pngChunk('tEXt', Buffer.from('Comment\0<?php system($_GET[0]);'))])),
    sample('PNG with a script behind it', 'a.png', Buffer.concat([png(), Buffer.from('<script>alert(1)</script>')])),
    sample('PNG with a zip behind it', 'a.png', Buffer.concat([png(), zip(docxParts())])),
    sample('JPG with a zip behind it', 'a.jpg', jpg(2, 2, [], zip(docxParts()))),
    sample('JPG with a web page in its comment', 'a.jpg', jpg(2, 2, [comment(HTML)])),
    sample('JPG that is a PDF too', 'a.jpg', jpg(2, 2, [comment('%PDF-1.7')])),
    sample('JPG without an end', 'a.jpg', jpg().subarray(0, -2)),
    sample('SVG with a script', 'a.svg', SVG),
    sample('SVG named png', 'a.png', SVG),
    sample('GIF with a script', 'a.gif', 'GIF89a/*<script>*/=1'),
    sample('PNG named jpg', 'a.jpg', png()),
  ]
}

function textAttacks(): Sample[] {
  return [
    sample('web page', 'a.html', HTML),
    sample('web page named txt', 'a.txt', HTML),
    sample('web page in UTF-16 named txt', 'a.txt', Buffer.from(`\ufeff${HTML}`, 'utf16le')),
    sample('SVG named csv', 'a.csv', SVG),
    sample('script named txt', 'a.txt', '#!/bin/sh\nrm -rf /\n'),
    sample('script tag in the middle of a CSV', 'a.csv', '编号,标题\r\n1,<script>alert(1)</script>\r\n'),
    sample('program named txt', 'a.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)])),
    sample('program', 'a.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)])),
    sample('PDF named txt', 'a.txt', Buffer.concat([pdf(), Buffer.from([0])])),
    sample('text named pdf', 'a.pdf', '这不是 PDF'),
    sample('only spaces', 'a.txt', ' \r\n '),
    sample('empty', 'a.pdf', ''),
    sample('virus test file', 'a.txt', EICAR),
    sample('larger than the limit', 'a.txt', Buffer.alloc(21 * 1024 * 1024, 0x61)),
  ]
}

function nameAttacks(): Sample[] {
  const names = {
    'way up the tree': '../../../etc/passwd.txt',
    'way up the tree, Windows': '..\\..\\windows\\win.ini.txt',
    'way up the tree, percent': '%2e%2e%2f%2e%2e%2fa.txt',
    'right-to-left override': '通知\u202etxt.exe.txt',
    isolate: 'a\u2066b\u2069.txt',
    NUL: 'a.php\0.txt',
    'NUL, percent': 'a.php%00.txt',
    'line break': 'a\r\nContent-Type: text/html\r\n.txt',
    'lone surrogate': 'a\ud800.txt',
    'no ending': '附件',
    'only an ending': '.txt/',
    'two endings': 'a.txt.exe',
  }
  return Object.entries(names).map(([about, name]) => sample(`name: ${about}`, name, '正文'))
}

function corrupted(picture: Buffer): Buffer {
  const copy = Buffer.from(picture)
  copy.fill(7, 20, 22)
  return copy
}
