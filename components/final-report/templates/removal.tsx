import { templateStepReasons } from '@/components/final-report/templates/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { placeName, type TemplatePlace, type TemplateVersion, withInside } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; version: TemplateVersion; place: TemplatePlace; remove: FormAction }

/** Taking a place away, with what goes with it. */
export function PlaceRemoval({ t, version, place, remove }: Props) {
  const going = withInside(version.places, place.id)
  const keys = new Set(going.map(({ key }) => key))
  const inside = going.slice(1)
  const prompts = version.prompts.filter(({ placeKey }) => placeKey !== null && keys.has(placeKey)).length
  const showing = version.places.filter(
    ({ key, showsKey }) => showsKey !== null && keys.has(showsKey) && !keys.has(key),
  )
  return (
    <Section id="remove" title={t('admin.templates.remove.title')} intro={t('admin.templates.remove.one')}>
      {inside.length > 0 && <p>{t('admin.templates.remove.inside', { count: inside.length })}</p>}
      <Places places={inside} />
      {prompts > 0 && <p>{t('admin.templates.remove.prompts', { count: prompts })}</p>}
      {showing.length > 0 && <p>{t('admin.templates.remove.shown')}</p>}
      <Places places={showing} />
      <StepForm
        action={remove}
        values={{ versionId: version.id, version: version.edits, placeId: place.id }}
        label={t('admin.templates.remove.button')}
        kind="danger"
        reasons={templateStepReasons(t)}
        notice={t('ui.notice.warning')}
      />
    </Section>
  )
}

function Places({ places }: { places: readonly TemplatePlace[] }) {
  if (places.length === 0) return null
  return (
    <ul className="mb-4 max-w-text list-disc pl-6" lang="fi">
      {places.map((place) => (
        <li key={place.id}>{placeName(place)}</li>
      ))}
    </ul>
  )
}
