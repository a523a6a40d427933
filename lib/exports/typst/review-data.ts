import type { PrintedBlock, PrintedReview, PrintedSection } from '@/lib/exports/typst/review-document'

/** The tables and charts of the review as data, to be attached to the file as JSON. */
export function reviewData({ title, project, county, period, published, language, sections }: PrintedReview) {
  const blocks = flat(sections).flatMap((section) =>
    section.blocks.map((block): [string, PrintedBlock] => [section.title, block]),
  )
  return {
    format: 'etappi-review-data/1',
    title,
    project,
    county,
    period,
    published,
    language,
    tables: blocks.flatMap(([section, block]) =>
      block.kind === 'table'
        ? [
            {
              section,
              label: block.label,
              caption: block.caption,
              columns: block.columns.map((column) => column.header),
              rows: block.rows.map((row) => row.map((cell) => cell.text)),
              total: block.total?.map((cell) => cell.text) ?? null,
            },
          ]
        : [],
    ),
    figures: blocks.flatMap(([section, block]) =>
      block.kind === 'figure' ? [{ section, label: block.label, caption: block.caption, chart: block.chart }] : [],
    ),
  }
}

function flat(sections: readonly PrintedSection[]): PrintedSection[] {
  return sections.flatMap((section) => [section, ...flat(section.children)])
}
