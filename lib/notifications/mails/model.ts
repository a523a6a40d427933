export const mailStates = ['waiting', 'sending', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Why the queue gave a mail up without asking the server. */
export const mailFaults = ['RECEIVER_GONE', 'TOO_OLD', 'LINK_OVER'] as const
export type MailFault = (typeof mailFaults)[number]

/** A mail as the administrator sees it in the list. Moments are ISO texts. */
export type MailRow = {
  id: string
  to: string
  subject: string
  state: MailState
  attempts: number
  createdAt: string
  sentAt: string | null
  /** When it is tried next; null when it is not waiting */
  nextAttemptAt: string | null
}

export type MailDetails = MailRow & { text: string; locale: string; lastError: string | null }

export type MailPage = { mails: MailRow[]; all: number; counts: Record<MailState, number> }

/** Whether there is any mail at all, shown or not. */
export function hasMails({ counts }: Pick<MailPage, 'counts'>): boolean {
  return Object.values(counts).some((count) => count > 0)
}

/** What the list shows; lives in the address of the page. */
export type MailFilter = { state: MailState | ''; to: string; page: number }

export const mailsPerPage = 50

type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; a value that is not on offer is left out. */
export function readMailFilter(given: Given): MailFilter {
  const one = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) ?? ''
  }
  const page = /^[1-9]\d{0,4}$/.test(one('page')) ? Number(one('page')) : 1
  return { state: mailStates.find((state) => state === one('state')) ?? '', to: one('to'), page }
}

/** After the nth attempt that failed it is tried again so many minutes later: for about a day, then it is given up. */
const pauses = [1, 5, 15, 60, 180, 360, 720]

/** When to try again after a failed attempt; null = no more. */
export function nextAttempt(attempts: number, at: Date): Date | null {
  const minutes = pauses[attempts - 1]
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000)
}

/**
 * A mail that could not leave for so long is not sent by itself any more: what it tells of has gone by. So connecting a mail
 * server to an installation that had none does not send out months of news.
 */
export const staleAfterHours = 72

export function isStale(readySince: Date, at: Date): boolean {
  return at.getTime() - readySince.getTime() > staleAfterHours * 3_600_000
}
