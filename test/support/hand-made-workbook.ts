import { deflateRawSync } from 'node:zlib';

interface ZipPart {
  name: string;
  bytes: Buffer;
  /** What the archive says of its size, where it lies. */
  told?: number;
}

/** A ZIP archive byte by byte, so that it can be made as no honest program makes it. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, told = bytes.length } of parts) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(told, 8);
    const common = Buffer.concat([
      Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]),
      sizes,
      lengthOf(title),
      Buffer.alloc(2),
    ]);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x00'),
        common,
        place.subarray(0, 10),
        place.subarray(10),
        title,
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function lengthOf(title: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(title.length);
  return length;
}

interface HandMadeSheet {
  /** What stands between <sheetData> and </sheetData>. */
  rows: string;
  /** The items of the shared strings. */
  strings?: string;
  workbookPr?: string;
  before?: string;
}

/** An .xlsx around rows that are written by hand. */
export function workbookOf({ rows, strings = '', workbookPr = '', before = '' }: HandMadeSheet): Buffer {
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/relationships/${id}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbookPr}<sheets><sheet name="旧" sheetId="2" state="hidden" r:id="old"/><sheet name="名单" sheetId="1" r:id="list"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('list', '/xl/worksheets/sheet1.xml')}${relation('sharedStrings', 'sharedStrings.xml')}${relation('old', 'worksheets/sheet2.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `${before}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  };
  return zipOf(Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })));
}
