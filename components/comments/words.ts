import type { Words } from '@/lib/platform/words'

const texts = [
  'place',
  'text',
  'textHelp',
  'mention',
  'mentionWho',
  'mentionHelp',
  'show',
  'showHelp',
  'send',
  'reply',
  'replyText',
  'sendReply',
  'sending',
  'cancel',
  'withoutScripts',
  'errorSummary',
] as const

const steps = ['resolve', 'reopen', 'show', 'hide'] as const
const done = ['start', 'reply', ...steps] as const
const errors = ['empty', 'tooLong', 'cannotRead', 'unknownPerson', 'tooManyNamed', 'placeMissing'] as const
const reasons = [
  'NOT_ALLOWED',
  'NOT_FOUND',
  'UNKNOWN_PLACE',
  'CANNOT_READ',
  'RESOLVED',
  'STALE',
  'SIGNED_OUT',
  'INVALID',
  'NO_ANSWER',
] as const

/** Texts of the commenting forms: what the browser needs, picked on the server. */
export function commentWords(t: Words) {
  const pick = <K extends string>(names: readonly K[], prefix: string) =>
    Object.fromEntries(names.map((name) => [name, t(`comments.${prefix}${name}`)])) as Record<K, string>
  return {
    text: pick(texts, ''),
    do: pick(steps, 'do.'),
    done: pick(done, 'done.'),
    errors: Object.fromEntries(errors.map((name) => [`comments.error.${name}`, t(`comments.error.${name}`)])) as Record<
      string,
      string
    >,
    reasons: { ...pick(reasons, 'reason.'), FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED') } as Record<
      string,
      string
    >,
    notice: t('ui.notice.danger'),
  }
}

export type CommentWords = ReturnType<typeof commentWords>
