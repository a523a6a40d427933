import { keepReasons } from '@/components/evidence/keep-forms'
import { ReachedForm } from '@/components/evidence/reached-forms'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { SubjectHeading } from '@/lib/evidence/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  target: SubjectHeading
  pieces: number
  mayMark: boolean
  mark: FormAction
  unmark: FormAction
}

/** Whether a target has been marked reached, and the forms that say so. Without evidence it cannot be. */
export function Reached({ t, projectKey, target, pieces, mayMark, mark, unmark }: Props) {
  const { reached, id: targetId } = target
  const place = { targetId, project: projectKey }
  return (
    <Section id="reached" title={t('evidence.reached.title')}>
      {reached ? (
        <>
          <p>{t('evidence.reached.on', { day: formatDate(reached.on, t.locale) })}</p>
          {reached.note && <p>{reached.note}</p>}
          {mayMark && (
            <Disclosure summary={t('evidence.reached.unmark')}>
              <ReachedForm
                action={unmark}
                values={{ ...place, seenOn: reached.on }}
                kind="unmark"
                words={{ ...words(t), text: t('evidence.reached.reason'), send: t('evidence.reached.unmark') }}
              />
            </Disclosure>
          )}
        </>
      ) : (
        <>
          <p>{t('evidence.reached.not')}</p>
          {mayMark && pieces === 0 && (
            <Notice kind="info" word={t('ui.notice.info')}>
              <p>{t('evidence.reached.needs')}</p>
            </Notice>
          )}
          {mayMark && pieces > 0 && (
            <ReachedForm
              action={mark}
              values={place}
              kind="mark"
              words={{
                ...words(t),
                text: t('evidence.note'),
                optional: t('ui.optional'),
                send: t('evidence.reached.mark'),
              }}
            />
          )}
        </>
      )}
    </Section>
  )
}

function words(t: Words) {
  const errors = ['day', 'dayAhead', 'reason', 'noteTooLong'].map((name) => `evidence.error.${name}`)
  return {
    summary: t('ui.errorSummary'),
    on: t('evidence.reached.day'),
    onHelp: t('evidence.reached.dayHelp'),
    reasons: keepReasons(t),
    errors: Object.fromEntries(errors.map((key) => [key, t(key)])),
  }
}
