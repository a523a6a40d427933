import type { ReactNode } from 'react'
import { mailTones } from '@/components/notifications/mail-table'
import { StepForm } from '@/components/status-reports/step-form'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import { linkMarks } from '@/lib/access/people/model'
import { mailFaultLabels, mailStateLabels } from '@/lib/notifications/labels'
import { type MailDetails, mailFaults } from '@/lib/notifications/mails/model'
import type { Locale } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatNumber } from '@/lib/values/format'

/** One mail: how it went and what it says. A mail that was given up can be put back into the queue. */
export function MailView({ t, mail, retry }: { t: Words; mail: MailDetails & { locale: Locale }; retry: FormAction }) {
  const time = (moment: string) => formatDateTime(moment, t.locale)
  return (
    <>
      <DefinitionList
        items={[
          { term: t('notifications.outbox.to'), value: mail.to },
          {
            term: t('notifications.outbox.state'),
            value: <Tag tone={mailTones[mail.state]}>{t(mailStateLabels[mail.state])}</Tag>,
          },
          { term: t('notifications.outbox.created'), value: time(mail.createdAt) },
          ...(mail.sentAt ? [{ term: t('notifications.outbox.sentAt'), value: time(mail.sentAt) }] : []),
          { term: t('notifications.outbox.attempts'), value: formatNumber(mail.attempts, t.locale) },
          { term: t('notifications.outbox.language'), value: t(`notifications.languageName.${mail.locale}`) },
          ...(mail.lastError
            ? [{ term: t('notifications.outbox.lastError'), value: errorText(t, mail.lastError) }]
            : []),
        ]}
      />
      {mail.state === 'failed' && (
        <div className="mt-6">
          <StepForm
            action={retry}
            values={{ mailId: mail.id }}
            label={t('notifications.outbox.retry')}
            reasons={retryReasons(t)}
            notice={t('ui.notice.danger')}
          />
        </div>
      )}
      <Section id="text" title={t('notifications.outbox.text')}>
        <div className="prose" lang={mail.locale}>
          {mail.text
            .replace(linkMarks, t('people.letter.hidden'))
            .split('\n\n')
            .map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a mail are never put in another order
              <p key={index} className="whitespace-pre-line break-words">
                {withLinks(part)}
              </p>
            ))}
        </div>
      </Section>
    </>
  )
}

function errorText(t: Words, error: string): string {
  const fault = mailFaults.find((one) => one === error)
  return fault ? t(mailFaultLabels[fault]) : error
}

function retryReasons(t: Words): Record<string, string> {
  const known = ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_FAILED', 'SIGNED_OUT', 'INVALID'] as const
  const texts = known.map((reason) => [reason, t(`notifications.reason.${reason}`)])
  return {
    ...Object.fromEntries(texts),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
  }
}

/** Addresses stand on lines of their own in a mail, and mail programs make links of them: so does this. */
function withLinks(part: string): ReactNode[] {
  return part.split(/^(\s*https?:\/\/\S+)$/m).map((piece, index) => (index % 2 === 1 ? link(piece) : piece))
}

function link(line: string): ReactNode {
  const address = line.trim()
  return (
    <a key={address} href={address}>
      {address}
    </a>
  )
}
