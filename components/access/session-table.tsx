import { securityWords } from '@/components/access/security-words'
import { StepForm } from '@/components/status-reports/step-form'
import { DataTable } from '@/components/ui/data-table'
import type { FormAction } from '@/lib/access/form-state'
import type { Device, OpenSession } from '@/lib/access/sessions/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  sessions: readonly OpenSession[]
  end: FormAction
  /** Sent along with the session */
  values?: Record<string, string>
}

/** Sessions that are going on, each with a button that ends it; the one that asks ends by signing out. */
export function SessionTable({ t, sessions, end, values = {} }: Props) {
  const own = (name: string) => t(`security.sessions.${name}`)
  return (
    <DataTable
      caption={own('caption')}
      hideCaption
      columns={[
        ...(['device', 'since', 'lastSeen', 'steps'] as const).map((key) => ({ key, header: own(key) })),
        { key: 'act', header: own('act'), hideHeader: true },
      ]}
      rows={sessions.map((session) => {
        const device = deviceText(t, session.device)
        const since = formatDateTime(session.since, t.locale)
        return {
          key: session.id,
          current: session.current,
          cells: [
            session.current ? { text: device, note: own('current') } : device,
            since,
            formatDateTime(session.lastSeen, t.locale),
            own(session.secondFactor ? 'two' : 'one'),
            session.current ? null : (
              <StepForm
                key={session.id}
                action={end}
                values={{ ...values, sessionId: session.id }}
                label={own('end')}
                fullLabel={t('security.sessions.endNamed', { device, since })}
                kind="quiet"
                small
                reasons={securityWords(t).reasons}
                notice={t('ui.notice.danger')}
              />
            ),
          ],
        }
      })}
      empty={<p className="text-muted">{own('none')}</p>}
    />
  )
}

/** "Firefox, Windows"; what is not known by name is left out. */
function deviceText(t: Words, { browser, system }: Device): string {
  if (browser && system) return t('security.sessions.both', { browser, system })
  return browser ?? system ?? t('security.sessions.unknown')
}
