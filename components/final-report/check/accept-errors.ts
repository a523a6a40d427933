/** What the field of an accepting form can be told. */
export const acceptErrors = ['reportCheck.error.reason', 'reportCheck.error.tooLong'] as const
