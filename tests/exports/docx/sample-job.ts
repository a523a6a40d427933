import type { DocxJob } from '@/lib/exports/docx/job'
import { emblemPicture } from '@/lib/exports/pptx/emblem'
import type { BlockFile } from '@/lib/final-report/blocks/model'
import type { DocumentSection, ReportDocument } from '@/lib/final-report/document/model'
import { sampleDocument } from '../sample-document'

export const jobOf = ({ looks, ...document }: ReportDocument): DocxJob => ({
  document,
  looks: looks ?? null,
  pictures: [],
  createdAt: Date.parse('2025-11-21T10:00:00Z'),
})

/** The small report with what it lacks: a logo, footnotes, a numbered list, marks, and captions that skip a number. */
export function fullDocument(file: BlockFile | null = null): ReportDocument {
  const document = sampleDocument()
  const more: DocumentSection = {
    id: 's-9',
    level: 1,
    number: null,
    title: 'LIITE 1 Taulukot',
    attachment: true,
    children: [],
    blocks: [
      {
        kind: 'list',
        id: 'm-1',
        ordered: true,
        items: [
          [
            { kind: 'text', text: 'vahva', mark: 'strong' },
            { kind: 'note', text: 'Alaviite & <merkki>' },
          ],
          [{ kind: 'reference', text: 'LIITE 1', target: 's-9' }],
        ],
      },
      {
        kind: 'quote',
        id: 'm-2',
        inlines: [
          { kind: 'text', text: 'korostus', mark: 'emphasis' },
          { kind: 'reference', text: 'luku 4.2', target: 's-4.2' },
          { kind: 'problem', text: 'poistettu' },
          { kind: 'number', text: '5', source: 'THL', note: null, address: null },
        ],
        attribution: null,
      },
      {
        kind: 'image',
        id: 'm-3',
        label: 'Kuva 7',
        caption: 'Valokuva',
        alt: 'Pyörivä "kuva" & muuta.',
        description: null,
        notes: [],
        source: '',
        file,
      },
      {
        kind: 'table',
        id: 'm-4',
        label: '',
        caption: 'Ilman numeroa',
        columns: [{ header: 'Sarake', numeric: false, width: 1 }],
        rows: [],
        total: null,
        source: '',
        notes: [],
      },
    ],
  }
  const data = Buffer.from(emblemPicture()).toString('base64')
  const logo = { data, mediaType: 'image/png' as const, alt: 'Alueen tunnus' }
  return { ...document, looks: { brand: null, accent: null, logo }, sections: [...document.sections, more] }
}
