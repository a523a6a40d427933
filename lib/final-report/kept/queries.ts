import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { FinalReport, ReportSection } from '@/lib/final-report/model'
import { documentsOf } from '@/lib/final-report/permissions'
import { reportFields, toReport } from '@/lib/final-report/queries'
import { sectionFields } from '@/lib/final-report/sections/queries'
import type { Tx } from '@/lib/platform/db'
import { Recent } from '@/lib/values/recent'

type Kept = { mark: string; section: ReportSection }

const known = new Recent<ReadonlyMap<string, Kept>>(8)

/**
 * The report that a section is part of, with its project, for who asks after every pause in writing: of the sections only those
 * are read that have changed since the last time, and the others are the same objects. Whether the report is the viewer's to
 * read is asked each time; null when it is not.
 */
export function keptReport(
  viewer: Viewer,
  sectionId: string,
): Promise<{ project: { id: string; key: string }; report: FinalReport } | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReport.findFirst({
      where: { sections: { some: { id: sectionId } }, ...documentsOf(viewer, 'discuss') },
      select: { ...reportFields, project: { select: { id: true, key: true } } },
    })
    if (!row) return null
    const { project, ...head } = row
    const key = `${head.id} ${head.templateVersion.version}`
    const before = known.get(key)
    const marks = await marksOf(tx, head.id)
    const changed = marks.filter(({ id, mark }) => before?.get(id)?.mark !== mark).map(({ id }) => id)
    const read = toReport({ ...head, sections: await sectionsBy(tx, changed) })
    const fresh = new Map(read.sections.map((section) => [section.id, section]))
    const kept = new Map(
      marks.flatMap(({ id, mark }): [string, Kept][] => {
        const section = fresh.get(id) ?? before?.get(id)?.section
        return section ? [[id, { mark, section }]] : []
      }),
    )
    known.keep(key, kept)
    return { project, report: { ...read, sections: [...kept.values()].map(({ section }) => section) } }
  })
}

function sectionsBy(tx: Tx, ids: readonly string[]) {
  return tx.finalReportSection.findMany({ where: { id: { in: [...ids] } }, select: sectionFields })
}

/**
 * The sections in order, each with a text that is another when its row, any of its blocks or their bindings have been written
 * or removed; `keptBoundData` tells why.
 */
function marksOf(tx: Tx, reportId: string): Promise<{ id: string; mark: string }[]> {
  return tx.$queryRaw`
    SELECT s.id, concat(s.xmin, '.', count(b.id), '.', sum(b.xmin::text::bigint), '.', sum(n.rows), '.', sum(n.written)) AS mark
      FROM "FinalReportSection" s
      LEFT JOIN "FinalReportBlock" b ON b."sectionId" = s.id
      LEFT JOIN LATERAL (SELECT count(*) AS rows, sum(xmin::text::bigint) AS written
                           FROM "BlockBinding" WHERE "blockId" = b.id) n ON true
     WHERE s."reportId" = ${reportId}::uuid GROUP BY s.id ORDER BY s.sort, s.id`
}
