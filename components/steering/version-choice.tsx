import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import type { Words } from '@/lib/platform/words'
import type { PublishedPeriod } from '@/lib/steering/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  /** All publications of the period, the first one first */
  versions: readonly PublishedPeriod[]
  shown: PublishedPeriod
  /** The same page of another publication; null is the newest */
  hrefOf: (version: number | null) => string
}

/** Which publication of the period is shown, and the way to the others. Nothing when there has been only one. */
export function VersionChoice({ t, versions, shown, hrefOf }: Props) {
  const newest = versions.at(-1)
  if (!newest || versions.length < 2) return null
  const all = versions.length
  const next = versions.find(({ version }) => version === shown.version + 1)
  const day = (moment: string) => formatDate(new Date(moment), t.locale)
  return (
    <div className="mb-6">
      <Tabs
        label={t('calendar.version.choose')}
        tabs={versions.map(({ version, publishedAt }) => ({
          label: t('calendar.version.tab', { version, all, day: day(publishedAt) }),
          href: hrefOf(version === newest.version ? null : version),
          current: version === shown.version,
        }))}
      />
      {next && (
        <Notice
          kind="warning"
          word={t('calendar.version.replaced', { version: shown.version, all, day: day(next.publishedAt) })}
        >
          <p>
            {t('calendar.version.replacedHelp')} <a href={hrefOf(null)}>{t('calendar.version.toNewest')}</a>
          </p>
        </Notice>
      )}
    </div>
  )
}
