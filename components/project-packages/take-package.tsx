import { StepForm } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { uploadAddress } from '@/lib/project-packages/addresses'
import { takeReasonLabels } from '@/lib/project-packages/labels'
import type { ImportAnswer } from '@/lib/project-packages/model'

/** Whether another key would make a difference. */
export function mayTryKey(answer: ImportAnswer): boolean {
  if (answer.ok || answer.reason === 'DIFFERS') return true
  return answer.reason === 'UNREADABLE' && answer.findings.every(({ at }) => at === '/project/key')
}

/** Another key for the project: what would come of it is told anew. */
export function KeyForm({ t, upload, chosen }: { t: Words; upload: string; chosen: string | null }) {
  return (
    <Section id="key" title={t('packages.key.title')} intro={t('packages.key.intro')}>
      <form method="get" action={uploadAddress(upload)}>
        <TextInput
          id="package-key"
          name="key"
          label={t('packages.key.label')}
          help={t('packages.key.help')}
          width="short"
          defaultValue={chosen ?? ''}
        />
        <Button kind="secondary">{t('packages.key.send')}</Button>
      </form>
    </Section>
  )
}

type Props = {
  t: Words
  upload: string
  chosen: string | null
  answer: ImportAnswer
  take: FormAction
  remove: FormAction
}

/** Taking the package in, where it can be, or letting it go. */
export function TakePackage({ t, upload, chosen, answer, take, remove }: Props) {
  const words = {
    reasons: Object.fromEntries(Object.entries(takeReasonLabels).map(([reason, key]) => [reason, t(key)])),
    notice: t('ui.notice.danger'),
  }
  const comes = answer.ok && answer.value.outcome === 'tried'
  return (
    <>
      {comes && (
        <Section id="take" title={t('packages.take.title')} intro={t('packages.take.intro')}>
          <StepForm
            action={take}
            values={{ upload, ...(chosen !== null && { key: chosen }) }}
            label={t('packages.take.send')}
            {...words}
          />
        </Section>
      )}
      <Section id="let-go" title={t('packages.letGo.title')} intro={t('packages.letGo.intro')}>
        <StepForm action={remove} values={{ upload }} label={t('packages.letGo.send')} kind="secondary" {...words} />
      </Section>
    </>
  )
}
