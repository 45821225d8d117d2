import { textLimits } from '../../lib/capture/suggest';
import type { PageDetails } from '../../lib/capture/types';
import { fillTemplate } from '../../lib/drafts/template';
import type { TemplateChoice } from '../../lib/drafts/templates';
import { valuesOf } from '../../lib/drafts/values';
import { t } from '../../lib/i18n';

type Texts = Pick<TemplateChoice, 'title' | 'description' | 'altText'>;

interface Sample {
  name: string;
  page: Pick<PageDetails, 'url' | 'selection' | 'siteName' | 'product' | 'recipe'>;
  texts: Texts;
}

const samples = (): Sample[] => [
  {
    name: t('previewProduct'),
    page: {
      url: 'https://shop.example/prints/acanthus',
      selection: '',
      siteName: t('sampleProductSite'),
      product: { price: '48.00', currency: 'EUR', availability: 'in' },
      recipe: null,
    },
    texts: {
      title: t('sampleProduct'),
      description: t('sampleProductText'),
      altText: t('sampleProductAlt'),
    },
  },
  {
    name: t('previewRecipe'),
    page: {
      url: 'https://kitchen.example/flowering-onion',
      selection: '',
      siteName: t('sampleRecipeSite'),
      product: null,
      recipe: { yield: '4', minutes: 80 },
    },
    texts: {
      title: t('sampleRecipe'),
      description: t('sampleRecipeText'),
      altText: t('sampleRecipeAlt'),
    },
  },
];

/** What the templates make of a product's page and of a recipe's. */
export function TemplatePreview({ templates, now }: { templates: Texts; now: number }) {
  return (
    <div class="details-samples">
      {samples().map(({ name, page, texts }) => {
        const values = valuesOf(page, { ...texts, link: page.url }, now);
        const fill = (field: keyof Texts) =>
          fillTemplate(templates[field], values, textLimits[field]) || t('previewNone');
        return (
          <section class="details-sample" key={name} aria-label={name}>
            <h3 class="tiny faint">{name}</h3>
            <p>
              <b>{fill('title')}</b>
            </p>
            <p class="details-text">{fill('description')}</p>
            <p class="small muted">{t('previewAltText', fill('altText'))}</p>
          </section>
        );
      })}
    </div>
  );
}
