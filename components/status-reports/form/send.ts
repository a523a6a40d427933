import type { Answer, Send } from '@/components/status-reports/form/autosave'

// What a browser sends along while its page is closed has a limit of 64 KiB for all such requests together.
const keptAlive = 60_000
const known: readonly string[] = ['SIGNED_OUT', 'NOT_ALLOWED', 'NOT_FOUND', 'LOCKED', 'CLOSED', 'INVALID']

/** Sends fields to the report's own address. Throws when there is no answer that can be read. */
export function sendTo(address: string): Send {
  return async (fields, leaving) => {
    const body = JSON.stringify({ fields })
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: leaving && body.length < keptAlive,
    })
    const read: unknown = await answer.json()
    if (!isAnswer(read)) throw new Error(`no answer: ${answer.status}`)
    return 'refused' in read && !known.includes(read.refused) ? { refused: 'INVALID' } : read
  }
}

function isAnswer(read: unknown): read is Answer {
  return typeof read === 'object' && read !== null && ('fields' in read || 'refused' in read)
}
