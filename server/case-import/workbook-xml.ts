import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { Fault } from '../domain/fault.ts';

const SEVERAL = new Set(['sheet', 'Relationship', 'row', 'c', 'si', 'r']);

/** Texts stay as they are written; attributes begin with @. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  htmlEntities: true,
  // Attributes, too, are asked for, by their name with its @.
  isArray: (name) => SEVERAL.has(name),
});

/** An element that holds text, with attributes or without. */
const textNode = z
  .union([z.string(), z.object({ '#text': z.string().default('') })])
  .transform((node) => (typeof node === 'string' ? node : node['#text']));
/** A text in one piece, or in runs of several fonts; how it is pronounced (rPh) is no part of it. */
const richText = z
  .union([
    z.object({
      t: textNode.optional(),
      r: z.array(z.object({ t: textNode.default('') })).default([]),
    }),
    z.string().transform(() => ({ t: '', r: [] })),
  ])
  .transform(({ t = '', r }) => t + r.map((run) => run.t).join(''));
/** An element without children is read as an empty text. */
const orEmpty = <Shape extends z.ZodType>(shape: Shape) => z.union([shape, z.string().transform(() => null)]);

export const cellXml = z.object({
  '@r': z.string().optional(),
  '@t': z.string().optional(),
  v: textNode.optional(),
  f: z.unknown().optional(),
  is: richText.optional(),
});
export type CellXml = z.infer<typeof cellXml>;

const rowXml = z.object({
  '@r': z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
  c: z.array(orEmpty(cellXml)).default([]),
});

export const sheetXml = z.object({
  worksheet: z.object({
    sheetData: orEmpty(z.object({ row: z.array(orEmpty(rowXml)).default([]) })),
  }),
});

export const stringsXml = z.object({
  sst: orEmpty(z.object({ si: z.array(richText).default([]) })),
});

export const workbookXml = z.object({
  workbook: z.object({
    workbookPr: orEmpty(z.object({ '@date1904': z.string().optional() })).optional(),
    sheets: z.object({
      sheet: z.array(z.object({ '@id': z.string(), '@state': z.string().optional() })),
    }),
  }),
});

export const relationsXml = z.object({
  Relationships: z.object({
    Relationship: z.array(z.object({ '@Id': z.string(), '@Target': z.string(), '@Type': z.string() })),
  }),
});

/** Reads a part of a workbook; it may declare no entities of its own. @throws Fault `list_unreadable` */
export function parseXml<Shape extends z.ZodType>(xml: string | undefined, shape: Shape): z.output<Shape> {
  if (xml === undefined || xml.includes('<!DOCTYPE')) throw new Fault('list_unreadable');
  const read = shape.safeParse(parsed(xml));
  if (!read.success) throw new Fault('list_unreadable');
  return read.data;
}

function parsed(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    throw new Fault('list_unreadable');
  }
}
