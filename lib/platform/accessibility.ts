/** Day on which the accessibility statement was last checked against the product; at most 365 days old (checked by a test). */
export const reviewedOn = '2026-11-21'
