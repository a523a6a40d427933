import { systemViewer } from '@/lib/access/viewer'
import { sendsMail } from '@/lib/platform/mail'
import { runDueWork } from '@/lib/rounds/schedule/commands'
import { command, done, refused } from '../command.mts'

export const remind = command({
  name: 'remind',
  summary: 'does now what the running server does every minute: opens due periods, tells of deadlines, sends mails',
  options: {},
  async run() {
    const work = await runDueWork(systemViewer('operator'))
    if (!work.ok) return refused(work.reason, 'The operator may not do this.')
    const { opened, told, composed, skipped, sent, failed, waiting, broken } = work.value
    if (broken.length > 0)
      return refused('BROKEN', `Not everything could be done: ${broken.join(', ')}. See the log above.`)
    return done({ ...work.value, mailServer: sendsMail() }, [
      `${opened} periods opened`,
      `${told} told of deadlines`,
      `${composed} mails written, ${skipped} pieces of news that go into none`,
      `${sent} mails sent, ${waiting} waiting, ${failed} given up`,
      ...(sendsMail() ? [] : ['No mail server is set (MAIL_SMTP_URL): mails wait in the outbox.']),
    ])
  },
})
