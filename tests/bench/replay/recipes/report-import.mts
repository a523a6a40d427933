// Bringing in a report written elsewhere.
import { keepImport } from '@/lib/final-report/import/commands'
import { makeReport, type ReportPlace } from '@/tests/support/builders/final-report'
import type { Recipe } from '../recipe.mts'
import { must } from '../scene.mts'

const importing = 'app/(portal)/projects/[project]/final-report/import/actions.ts'

const file = Buffer.from(
  JSON.stringify({
    sections: [
      { id: '1', heading: 'Tiivistelmä', kind: 'chapter', blocks: [{ type: 'paragraph', text: 'Tuotu teksti.' }] },
    ],
  }),
)

const pageOf = ({ projectKey }: ReportPlace) => `/projects/${projectKey}/final-report/import`

/** The preview of a file that has been read. */
async function previewed() {
  const place = await makeReport()
  const given = { project: place.projectKey, name: 'raportti.json', bytes: new Uint8Array(file) }
  const kept = await keepImport(place.director, given)
  must(kept)
  const id = kept.ok ? kept.value.id : ''
  return { who: place.director, page: `${pageOf(place)}/${id}`, having: ['import', id] as const }
}

export const reportImportRecipes: Recipe[] = [
  {
    of: 'POST /api/projects/[project]/final-report/import',
    adds: { ReportImport: 1, StoredFile: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const place = await makeReport()
      const sent = { field: 'file', name: 'raportti.json', bytes: file }
      return { form: { who: place.director, page: pageOf(place), file: sent } }
    },
  },
  {
    of: `${importing}#take`,
    // One row tells of the import, one of the section that it changed.
    adds: { FinalReportBlock: 1, SectionCopy: 1, AuditEvent: 2 },
    prepare: async () => ({ form: await previewed() }),
  },
  {
    of: `${importing}#remove`,
    adds: { ReportImport: -1, AuditEvent: 1 },
    prepare: async () => ({ form: await previewed() }),
  },
]
