/**
 * Lets what opens or begins a tab's draft take turns, in whatever context it runs: a popup never overtakes the menu click
 * that opened it. Whoever asked first is first; work that asks again for the turn it has would wait for itself.
 */
export const inTurn = <Value>(tabId: number, work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(`tack-open-${tabId}`, work);
