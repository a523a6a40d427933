import 'server-only'
import { createTransport } from 'nodemailer'
import { env, type MailServer } from '@/lib/platform/env'
import type { Locale } from '@/lib/platform/locales'

/** A mail as it is handed to the server. Plain text: it reads the same everywhere and can hide nothing. */
export type Letter = { id: string; to: string; subject: string; text: string; locale: Locale }

/** `permanent`: trying again would get the same answer. */
export type Delivery = { ok: true } | { ok: false; permanent: boolean; error: string }

/** No step may wait longer than this for the server … */
const patience = 20_000
/** … and the whole handing over not longer than this; the queue's lease is longer still. */
const wholePatience = 90_000

/** Whether a mail server has been given; without one nothing leaves. */
export function sendsMail(): boolean {
  return env().mailServer !== null
}

/**
 * Hands one mail to the server. Its Message-ID is made of its id alone, so that a mail handed over twice after a crash is
 * recognised as one by the mailboxes that look.
 * @returns how it went; never throws for what the server answered or did not
 */
export async function deliver(letter: Letter): Promise<Delivery> {
  const server = env().mailServer
  if (!server) return { ok: false, permanent: false, error: 'MAIL_SMTP_URL is not set' }
  const transport = createTransport(optionsOf(server))
  const giveUp = setTimeout(() => transport.close(), wholePatience)
  try {
    await within(
      wholePatience,
      transport.sendMail({
        from: server.from,
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        messageId: messageId(letter.id, server.from),
        headers: {
          'Content-Language': letter.locale,
          // Answers by machines (holidays and the like) are neither wanted nor read.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
      }),
    )
    return { ok: true }
  } catch (error) {
    return refusal(error)
  } finally {
    clearTimeout(giveUp)
    transport.close()
  }
}

/** `<id@domain of the sender>` */
function messageId(id: string, from: string): string {
  return `<${id}@${/@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'etappi.invalid'}>`
}

function optionsOf({ host, port, tls, login }: MailServer) {
  return {
    host,
    port,
    secure: tls === 'first',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'off',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Nothing in a mail is ever fetched from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A refused receiver or content stays refused; a refused sign-in or connection may be mended by the operator. */
function refusal(error: unknown): Delivery {
  const told = (error ?? {}) as { message?: string; responseCode?: number; code?: string; command?: string }
  // A refused sender is a matter of the settings.
  const aboutTheMail = (told.code === 'EENVELOPE' || told.code === 'EMESSAGE') && told.command !== 'MAIL FROM'
  const permanent = aboutTheMail && (told.responseCode ?? 0) >= 500
  const text = (told.message ?? String(error)).replace(/\s+/g, ' ').trim()
  return { ok: false, permanent, error: text.slice(0, 300) }
}
