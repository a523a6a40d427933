import { askedIn } from '@/components/final-report/templates/prompt-list'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { sectionKindLabels } from '@/lib/final-report/labels'
import {
  differenceCount,
  type PlacePart,
  type TemplateDifferences,
} from '@/lib/final-report/templates/differences/model'
import { placePartLabels } from '@/lib/final-report/templates/labels'
import { placeName, type TemplateContent, type TemplatePlace } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; differences: TemplateDifferences; before: TemplateContent; after: TemplateContent }

/** What a version has that another has not: places and prompts added, removed, changed and moved. */
export function DifferenceList({ t, differences, before, after }: Props) {
  if (differenceCount(differences) === 0) return <p>{t('admin.templates.differences.none')}</p>
  const { added, removed, changed, moved, promptsAdded, promptsRemoved, promptsChanged } = differences
  const word = (name: string) => t(`admin.templates.differences.${name}`)
  return (
    <>
      <Names t={t} id="added" names={added.map((place) => [place.id, placeName(place)])} />
      <Names t={t} id="removed" names={removed.map((place) => [place.id, placeName(place)])} />
      {changed.length > 0 && (
        <Section id="changed" title={word('changed')}>
          <DataTable
            caption={word('changed')}
            hideCaption
            columns={['place', 'part', 'was', 'is'].map((key) => ({ key, header: word(key) }))}
            rows={changed.flatMap((one) =>
              one.parts.map((part) => ({
                key: `${one.after.id}-${part}`,
                cells: [
                  placeName(one.after),
                  t(placePartLabels[part]),
                  partText(t, before.places, one.before, part),
                  partText(t, after.places, one.after, part),
                ],
              })),
            )}
          />
        </Section>
      )}
      {moved.length > 0 && (
        <Section id="moved" title={word('moved')}>
          <DataTable
            caption={word('moved')}
            hideCaption
            columns={['place', 'from', 'to'].map((key) => ({ key, header: word(key) }))}
            rows={moved.map(({ after: place, from, to }) => ({
              key: place.id,
              cells:
                from?.key === to?.key
                  ? [placeName(place), '', word('sameLevel')]
                  : [placeName(place), under(t, from), under(t, to)],
            }))}
          />
        </Section>
      )}
      <Names
        t={t}
        id="promptsAdded"
        names={promptsAdded.map((one) => [one.id, `${one.textFi} (${askedIn(t, after.places, one)})`])}
      />
      <Names
        t={t}
        id="promptsRemoved"
        names={promptsRemoved.map((one) => [one.id, `${one.textFi} (${askedIn(t, before.places, one)})`])}
      />
      {promptsChanged.length > 0 && (
        <Section id="promptsChanged" title={word('promptsChanged')}>
          <DataTable
            caption={word('promptsChanged')}
            hideCaption
            columns={['was', 'is'].map((key) => ({ key, header: word(key) }))}
            rows={promptsChanged.map((one) => ({
              key: one.after.id,
              cells: [
                {
                  text: one.before.textFi,
                  note: [one.before.textSv, askedIn(t, before.places, one.before)].filter(Boolean).join(' · '),
                },
                {
                  text: one.after.textFi,
                  note: [one.after.textSv, askedIn(t, after.places, one.after)].filter(Boolean).join(' · '),
                },
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}

function Names({ t, id, names }: { t: Words; id: string; names: readonly (readonly [string, string])[] }) {
  if (names.length === 0) return null
  return (
    <Section id={id} title={t(`admin.templates.differences.${id}`)}>
      <ul className="max-w-text list-disc pl-6" lang="fi">
        {names.map(([key, name]) => (
          <li key={key}>{name}</li>
        ))}
      </ul>
    </Section>
  )
}

function under(t: Words, parent: TemplatePlace | null): string {
  return parent ? t('admin.templates.differences.under', { place: placeName(parent) }) : t('admin.templates.field.top')
}

/** What a part of a place says, in words. */
function partText(t: Words, places: readonly TemplatePlace[], place: TemplatePlace, part: PlacePart): string {
  if (part === 'kind') return t(sectionKindLabels[place.kind])
  if (part === 'showsKey') {
    const shown = places.find(({ key }) => key === place.showsKey)
    return shown ? placeName(shown) : t('admin.templates.field.ownContent')
  }
  return place[part] ?? t('admin.templates.differences.nothing')
}
