/** Gives the addresses of the sample pages, by what they are. `recipe` has the tracking parameters of a newsletter. */
export function sampleAddresses(origin: (host: string) => string) {
  const kitchen = origin('kitchen');
  const recipe = '/recipes/flowering-onion-cheese/';
  return {
    recipe: `${kitchen}${recipe}?utm_source=newsletter&utm_campaign=june&fbclid=x1y2`,
    shop: `${origin('shop')}/prints/acanthus`,
    studio: origin('studio'),
    essay: `${origin('essay')}/the-long-way-down/`,
    nopin: `${kitchen}/nopin`,
    bare: `${kitchen}/blank`,
    broken: `${kitchen}/broken`,
    many: `${kitchen}/many?n=5000`,
    hostile: origin('hostile'),
    app: `${kitchen}/app/tea`,
  };
}
