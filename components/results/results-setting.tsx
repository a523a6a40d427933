import { projectFormWords } from '@/components/projects/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { resultsAddress } from '@/lib/steering/results/addresses'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  place: { project: string; projectId: string }
  state: { version: number; openedAt: string | null }
  save: FormAction
}

/** Opens the results to everybody, or closes them; beside it stands what is shown. */
export function ResultsSetting({ t, place, state: { version, openedAt }, save }: Props) {
  const isOpen = openedAt !== null
  return (
    <Section id="results" title={t('results.setting.title')} intro={t('results.setting.help')}>
      <p className="mb-3">
        {isOpen ? t('results.setting.open', { since: formatDate(openedAt, t.locale) }) : t('results.setting.closed')}
      </p>
      {isOpen && (
        <p className="mb-3">
          <a href={resultsAddress(place.project)}>{t('results.setting.link')}</a>
        </p>
      )}
      <StepForm
        action={save}
        values={{ ...place, version, results: isOpen ? 'closed' : 'open' }}
        label={t(isOpen ? 'results.setting.closeIt' : 'results.setting.openIt')}
        kind={isOpen ? 'danger' : 'secondary'}
        reasons={projectFormWords(t).reasons}
        notice={t('ui.notice.danger')}
      />
    </Section>
  )
}
