import { projectFormWords } from '@/components/projects/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; action: FormAction; values: Record<string, string>; name: string }

/** Takes something off a list of the project; `name` says what, for those who do not see where the button stands. */
export function RemoveButton({ t, action, values, name }: Props) {
  const label = t('projects.form.remove')
  return (
    <StepForm
      action={action}
      values={values}
      label={label}
      fullLabel={t('projects.form.removeNamed', { name })}
      kind="quiet"
      small
      reasons={projectFormWords(t).reasons}
      notice={t('ui.notice.danger')}
    />
  )
}
