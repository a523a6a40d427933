import { Chart } from '@/components/charts/chart'
import { InlineText } from '@/components/final-report/inline-text'
import { NumberSources } from '@/components/final-report/number-sources'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { StatusMark } from '@/components/ui/status-mark'
import { pictureAddress } from '@/lib/final-report/addresses'
import {
  captionText,
  type DocumentBlock,
  type DocumentImage,
  type DocumentTable,
} from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  block: DocumentBlock
  t: Words
  /** Bound numbers tell where they come from; left out where the text is read through. */
  sources?: boolean
  /** Address of the page with the whole report, when this is not it */
  base?: string
  /** Level of the section whose title is the heading of the whole page; 0 where the page shows the whole report */
  under?: number
}

/** One block of a report on the page, from the same shape that the file is drawn from. */
export function DocumentBlockView({ block, t, sources = true, base, under = 1 }: Props) {
  const problem = t('ui.notice.danger')
  switch (block.kind) {
    case 'paragraph':
    case 'quote': {
      const text = <InlineText inlines={block.inlines} problem={problem} base={base} />
      return (
        <div id={block.id} className="prose">
          {block.kind === 'paragraph' ? (
            <p className="whitespace-pre-wrap">{text}</p>
          ) : (
            <blockquote className="whitespace-pre-wrap">{text}</blockquote>
          )}
          {block.kind === 'quote' && block.attribution && <p>— {block.attribution}</p>}
          {sources && <NumberSources lines={[block.inlines]} t={t} />}
        </div>
      )
    }
    case 'list': {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a drawn list never change places
        <li key={index}>
          <InlineText inlines={item} problem={problem} base={base} />
        </li>
      ))
      return (
        <div id={block.id} className="prose">
          {block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>}
          {sources && <NumberSources lines={block.items} t={t} />}
        </div>
      )
    }
    case 'links':
      return (
        <div id={block.id} className="prose">
          <ul>
            {block.items.map((item) => (
              <li key={item.address}>
                <a href={item.address}>{item.text}</a>
              </li>
            ))}
          </ul>
        </div>
      )
    case 'heading':
      return <SectionHeadline block={block} step={block.level - under} />
    case 'image':
      return <PictureView picture={block} word={t('finalReport.screen.picture')} />
    case 'table':
      return <TableView table={block} />
    case 'figure':
      return (
        <Chart
          id={block.id}
          model={{ ...block.chart, title: captionText(block) }}
          t={t}
          note={[...block.notes, block.source].filter(Boolean).join(' ')}
        />
      )
    case 'problem':
      return (
        <div id={block.id}>
          <Notice kind="danger" word={t('finalReport.screen.problem')}>
            <p>{block.text}</p>
          </Notice>
        </div>
      )
    case 'unanswered':
      return (
        <p id={block.id}>
          <StatusMark status="unknown" word={block.text} />
        </p>
      )
  }
}

/** A heading inside a section, so many steps under the heading of the page. */
function SectionHeadline({ block, step }: { block: Extract<DocumentBlock, { kind: 'heading' }>; step: number }) {
  const Tag = step <= 1 ? 'h2' : step === 2 ? 'h3' : step === 3 ? 'h4' : step === 4 ? 'h5' : 'h6'
  return (
    <Tag id={block.id} className="font-semibold">
      {block.text}
    </Tag>
  )
}

/** A picture with its words; where the picture itself is missing its place tells what belongs there. */
function PictureView({ picture, word }: { picture: DocumentImage; word: string }) {
  return (
    <figure id={picture.id} className="grid gap-2">
      {picture.file ? (
        // biome-ignore lint/performance/noImgElement: a picture of the report, served to its readers only
        <img className="max-w-full" src={pictureAddress(picture.file.id)} alt={picture.alt} />
      ) : (
        <div
          role="img"
          aria-label={picture.alt}
          className="grid min-h-24 place-items-center border border-dashed border-line-strong p-4 text-center text-muted"
        >
          {word}
        </div>
      )}
      <figcaption>
        <span className="font-semibold">{captionText(picture)}</span>
        {[picture.description, ...picture.notes].filter(Boolean).map((text) => (
          <span key={text} className="block text-small text-muted">
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function TableView({ table }: { table: DocumentTable }) {
  const cells = (row: DocumentTable['rows'][number]) =>
    row.map(({ text, unknown, address }) => ({ text, unknown, href: address }))
  return (
    <div id={table.id}>
      <DataTable
        caption={captionText(table)}
        captionNote={[...table.notes, table.source].filter(Boolean).join(' ')}
        columns={table.columns.map((column, index) => ({
          key: String(index),
          header: column.header,
          numeric: column.numeric,
        }))}
        rows={table.rows.map((row, index) => ({ key: String(index), cells: cells(row) }))}
        totals={table.total ? cells(table.total) : undefined}
      />
    </div>
  )
}
