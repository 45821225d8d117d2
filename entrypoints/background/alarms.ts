/** Renews sign-ins that end soon. */
export const RENEWAL_ALARM = 'tack-renewal';
