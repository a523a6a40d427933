import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { areaLabels } from '@/lib/project-packages/labels'
import type { ImportAnswer, Imported } from '@/lib/project-packages/model'
import { byArea } from '@/lib/project-packages/parts/model'
import { toldDifference, toldFinding, toldNote } from '@/lib/project-packages/told/model'
import { formatNumber } from '@/lib/values/format'

/** What a package would come to, or why it cannot be taken in, with every place. */
export function PackagePreview({ t, answer }: { t: Words; answer: ImportAnswer }) {
  if (answer.ok) return <Taken t={t} value={answer.value} />
  if (answer.reason === 'NOT_ALLOWED') return null
  if (answer.reason === 'DIFFERS') {
    return (
      <Notice kind="warning" word={t('packages.differs.title')}>
        <p>{t('packages.differs.text')}</p>
        {answer.differences.map((difference) => {
          const [part, ...places] = toldDifference(difference, t)
          return <Places key={difference.part} title={part} places={places} />
        })}
      </Notice>
    )
  }
  const { findings, total } = answer
  return (
    <Notice kind="danger" word={t('packages.unreadable.title', { count: total })}>
      <p>{t('packages.unreadable.text')}</p>
      <Places places={findings.map((finding) => toldFinding(finding, t))} />
      {total > findings.length && <p>{t('packages.unreadable.more', { count: total - findings.length })}</p>}
    </Notice>
  )
}

function Places({ title, places }: { title?: string | undefined; places: readonly string[] }) {
  return (
    <>
      {title && <p>{title}</p>}
      <ul className="list-disc ps-5">
        {[...new Set(places)].map((place) => (
          <li key={place} className="break-words">
            {place}
          </li>
        ))}
      </ul>
    </>
  )
}

function Taken({ t, value }: { t: Words; value: Imported }) {
  if (value.outcome === 'identical') {
    return (
      <Notice kind="info" word={t('packages.identical.title')}>
        <p>{t('packages.identical.text', { key: value.key })}</p>
      </Notice>
    )
  }
  return (
    <>
      <Section id="comes" title={t('packages.comes.title', { key: value.key })}>
        <DataTable
          caption={t('packages.comes.caption', { organisation: value.organisation })}
          columns={[
            { key: 'part', header: t('packages.comes.part') },
            { key: 'rows', header: t('packages.comes.rows'), numeric: true },
          ]}
          rows={byArea(value.rows).map(([area, count]) => ({
            key: area,
            cells: [t(areaLabels[area]), formatNumber(count, t.locale)],
          }))}
          empty={<p>{t('packages.comes.nothing')}</p>}
        />
      </Section>
      {value.notes.length > 0 && (
        <Section id="notes" title={t('packages.notes')}>
          <Places places={value.notes.map((note) => toldNote(note, t))} />
        </Section>
      )}
    </>
  )
}
