import { PortfolioLights } from '@/components/projects/portfolio-lights'
import { figureTexts, projectHref } from '@/components/projects/portfolio-texts'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import type { PortfolioRow } from '@/lib/steering/portfolio/model'

type Props = { t: Words; rows: readonly PortfolioRow[]; isNational: boolean }

/** Projects side by side: a table where there is room, else a card of each. */
export function Portfolio({ t, rows, isNational }: Props) {
  if (rows.length === 0) {
    return isNational ? (
      <EmptyState title={t('projects.list.nonePublished')}>{t('projects.list.nonePublishedHelp')}</EmptyState>
    ) : (
      <EmptyState title={t('projects.list.none')}>{t('projects.list.noneHelp')}</EmptyState>
    )
  }
  return (
    <>
      <div className="hidden md:block">
        <PortfolioTable t={t} rows={rows} />
      </div>
      <ul className="grid list-none gap-6 md:hidden">
        {rows.map((row) => (
          <li key={row.projectKey} className="border-t-4 border-line pt-4">
            <PortfolioCard t={t} row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PortfolioTable({ t, rows }: { t: Words; rows: readonly PortfolioRow[] }) {
  const knowsLate = rows.some((row) => row.late !== null)
  const column = (key: string, numeric = false) => ({ key, header: t(`portfolio.column.${key}`), numeric })
  return (
    <DataTable
      caption={t('portfolio.caption')}
      captionNote={t('portfolio.note')}
      columns={[
        column('project'),
        column('published'),
        column('lights'),
        column('targets'),
        column('budget', true),
        column('purchases', true),
        ...(knowsLate ? [column('late', true)] : []),
      ]}
      rows={rows.map((row) => {
        const texts = figureTexts(t, row)
        return {
          key: row.projectKey,
          cells: [
            { text: row.projectName, href: projectHref(row), note: row.organisationName },
            texts.published,
            <PortfolioLights key="lights" t={t} row={row} />,
            texts.targets,
            texts.budget,
            texts.purchases,
            ...(knowsLate ? [texts.late] : []),
          ],
        }
      })}
    />
  )
}

function PortfolioCard({ t, row }: { t: Words; row: PortfolioRow }) {
  const texts = figureTexts(t, row)
  const item = (key: 'published' | 'targets' | 'budget' | 'purchases') => ({
    term: t(`portfolio.column.${key}`),
    value: (
      <>
        {texts[key].href ? <a href={texts[key].href}>{texts[key].text}</a> : texts[key].text}
        {texts[key].note && <span className="block text-small text-muted">{texts[key].note}</span>}
      </>
    ),
  })
  return (
    <>
      <h2 className="text-h3">
        <a href={projectHref(row)}>{row.projectName}</a>
      </h2>
      <p className="text-small text-muted">{row.organisationName}</p>
      <DefinitionList
        items={[
          item('published'),
          { term: t('portfolio.column.lights'), value: <PortfolioLights t={t} row={row} /> },
          item('targets'),
          item('budget'),
          item('purchases'),
          ...(row.late === null ? [] : [{ term: t('portfolio.column.late'), value: texts.late.text }]),
        ]}
      />
    </>
  )
}
