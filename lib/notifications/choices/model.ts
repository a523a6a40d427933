import type { NotificationChoice, NotificationKind } from '@/lib/notifications/model'
import type { Locale } from '@/lib/platform/locales'

/** What a person has chosen, for the kinds that they can be told of. */
export type Choices = { locale: Locale; kinds: { kind: NotificationKind; choice: NotificationChoice }[] }

/** Name of the form's field for a kind. */
export const choiceField = (kind: NotificationKind): string => `choice-${kind}`
