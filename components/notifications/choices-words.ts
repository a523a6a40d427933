import { type Choices, choiceField } from '@/lib/notifications/choices/model'
import { kindGroupLabels, notificationChoiceLabels, notificationKindLabels } from '@/lib/notifications/labels'
import { choicesOf, kindGroups, type NotificationChoice } from '@/lib/notifications/model'
import { locales } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'

type Option = { value: string; label: string }
export type ChoiceQuestion = { field: string; label: string; help?: string; value: string; options: Option[] }
export type ChoiceGroup = { key: string; title: string; questions: ChoiceQuestion[] }

export type ChoicesShape = {
  language: ChoiceQuestion
  groups: ChoiceGroup[]
  save: string
  saved: string
  done: string
  failed: string
  reasons: Record<string, string>
}

/** Everything that the form of choices asks, in the reader's language. */
export function choicesShape(t: Words, choices: Choices): ChoicesShape {
  const groups = Object.entries(kindGroups) as [keyof typeof kindGroups, (typeof kindGroups)[keyof typeof kindGroups]][]
  return {
    language: {
      field: 'locale',
      label: t('notifications.choices.language'),
      help: t('notifications.choices.languageHelp'),
      value: choices.locale,
      options: locales.map((value) => ({ value, label: t(`notifications.languageName.${value}`) })),
    },
    groups: groups.flatMap(([key, kinds]) => {
      const own = choices.kinds.filter(({ kind }) => (kinds as readonly string[]).includes(kind))
      if (own.length === 0) return []
      return [{ key, title: t(kindGroupLabels[key]), questions: own.map((one) => question(t, one)) }]
    }),
    save: t('notifications.choices.save'),
    saved: t('notifications.choices.saved'),
    done: t('ui.notice.success'),
    failed: t('ui.notice.danger'),
    reasons: {
      NOT_ALLOWED: t('access.reason.NOT_ALLOWED'),
      NO_ANSWER: t('ui.noAnswer'),
      FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
      SIGNED_OUT: t('access.reason.SIGNED_OUT'),
      INVALID: t('access.reason.INVALID'),
    },
  }
}

function question(t: Words, { kind, choice }: Choices['kinds'][number]): ChoiceQuestion {
  const offered = (['soon', 'daily', 'off'] as const).filter((one) => choicesOf[kind].includes(one))
  return {
    field: choiceField(kind),
    label: t(notificationKindLabels[kind]),
    help: offered.includes('off') ? undefined : t('notifications.choices.always'),
    value: choice,
    options: offered.map((value) => ({ value, label: choiceLabel(t, value, offered) })),
  }
}

/** What can only come in the morning comes in the morning of its own day. */
function choiceLabel(t: Words, choice: NotificationChoice, offered: readonly NotificationChoice[]): string {
  return choice === 'daily' && !offered.includes('soon')
    ? t('notifications.choice.morning')
    : t(notificationChoiceLabels[choice])
}
