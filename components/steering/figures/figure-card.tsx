import { CardComputed } from '@/components/steering/figures/card-computed'
import { CardOrigin } from '@/components/steering/figures/card-origin'
import { CardTexts } from '@/components/steering/figures/card-texts'
import { CardHistory, CardUses } from '@/components/steering/figures/card-uses'
import { CardValue } from '@/components/steering/figures/card-value'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { versionAddress } from '@/lib/steering/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import type { Card } from '@/lib/steering/figures/card/model'
import { figureKindLabels } from '@/lib/steering/figures/labels'
import type { CardText } from '@/lib/steering/figures/meanings/parts/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  card: Card
  shown: PublishedPeriod
  /** Null when the publication is the newest of its period */
  version: number | null
  /** Sections of the final report that show the figure, for those who may read it */
  finalReport: readonly CardText[]
}

/** One published figure: what it says, what it means, where it comes from and where else it stands. */
export function FigureCard({ t, card, shown, version, finalReport }: Props) {
  const kind = t(figureKindLabels[card.ref.kind])
  return (
    <div className="board">
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs(t, card, shown, version)} />
      <PageHeading
        title={card.title}
        mark={<Tag>{kind}</Tag>}
        intro={t('figures.intro', {
          project: shown.projectName,
          period: periodText(shown.periodKey),
          version: shown.version,
          day: formatDate(new Date(shown.publishedAt), t.locale),
        })}
      />
      {version !== null && <Notice kind="warning" word={t('figures.olderVersion')} />}
      <CardValue t={t} card={card} />
      {card.facts.length > 0 && (
        <Section id="meaning" title={t('figures.meaning')}>
          <DefinitionList items={card.facts.map(({ term, texts }) => ({ term, value: <CardTexts texts={texts} /> }))} />
        </Section>
      )}
      {card.computed && <CardComputed t={t} computed={card.computed} />}
      <CardOrigin t={t} card={card} />
      <CardUses t={t} card={card} finalReport={finalReport} />
      <CardHistory t={t} card={card} />
    </div>
  )
}

function crumbs(t: Words, card: Card, { projectKey, periodKey }: PublishedPeriod, version: number | null) {
  const period = periodText(periodKey)
  return [
    { label: t('projects.list.title'), href: '/projects' },
    { label: t('steering.title', { period }), href: versionAddress(projectKey, periodKey, version) },
    { label: card.title },
  ]
}
