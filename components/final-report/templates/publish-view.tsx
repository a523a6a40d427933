import { noteField } from '@/components/final-report/templates/fields'
import { Warnings } from '@/components/final-report/templates/warnings'
import { templateFormWords } from '@/components/final-report/templates/words'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { templateDifferencesAddress } from '@/lib/final-report/templates/addresses'
import type { TemplateVersion } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

/** `differences`: how many things differ from the version before; null when there is none. */
type Props = { t: Words; version: TemplateVersion; differences: number | null; publish: FormAction }

/** What is about to be published, what is worth a look first, and the button. */
export function PublishView({ t, version, differences, publish }: Props) {
  const { id, places, prompts, note, edits } = version
  if (places.length === 0) return <p>{t('admin.templates.publish.empty')}</p>
  const questions = places.filter(({ kind }) => kind === 'question').length
  const counts = { places: places.length, questions, prompts: prompts.length }
  return (
    <>
      <p>{t('admin.templates.publish.counts', counts)}</p>
      {differences !== null && (
        <p>
          {t('admin.templates.publish.differences', { count: differences })}{' '}
          <a href={templateDifferencesAddress(id)}>{t('admin.templates.publish.show')}</a>
        </p>
      )}
      <Section id="warnings" title={t('admin.templates.warnings.title')}>
        <Warnings t={t} version={version} />
      </Section>
      <div className="mt-8">
        <RecordForm
          id="publish"
          action={publish}
          values={{ versionId: id, version: edits }}
          fields={[noteField(t, note)]}
          send={t('admin.templates.publish.button')}
          words={templateFormWords(t)}
        />
      </div>
    </>
  )
}
