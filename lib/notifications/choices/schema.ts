import { z } from 'zod'
import { choiceField } from '@/lib/notifications/choices/model'
import { choicesOf, type NotificationChoice, type NotificationKind, notificationKinds } from '@/lib/notifications/model'
import { locales } from '@/lib/platform/locales'

const kindShape = Object.fromEntries(
  notificationKinds.map((kind) => [choiceField(kind), z.enum([...choicesOf[kind]]).optional()]),
) as Record<string, z.ZodOptional<z.ZodType<NotificationChoice, NotificationChoice>>>

/** The form of choices; a kind that the form did not show is left as it was. */
export const choicesSchema = z.object({ locale: z.enum(locales), ...kindShape }).transform((given) => ({
  locale: given.locale,
  kinds: notificationKinds.flatMap((kind): { kind: NotificationKind; choice: NotificationChoice }[] => {
    const choice = (given as Record<string, unknown>)[choiceField(kind)] as NotificationChoice | undefined
    return choice ? [{ kind, choice }] : []
  }),
}))
export type ChoicesInput = z.output<typeof choicesSchema>
