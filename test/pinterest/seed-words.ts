/** Names that people give their boards. The first ones are there however few boards are asked for. */
export const boardNames = [
  'Kitchen ideas',
  'Desserts without an oven',
  'Weeknight dinners',
  'Garden in spring',
  'Reading corner',
  'Small balcony',
  'Bread',
  'Botanical prints',
  'Sunday lunch',
  'Slow travel',
  'Soups and stews',
  'Wildflowers',
  'Black and white photography',
  'Hallway',
  'Picnic',
  'Jam and preserves',
  'Mountains',
  'Gift ideas',
  'Herb garden',
  'Japan one day',
  'Wooden houses',
  'Dinner party',
  'Dessert photography',
  'Paper crafts',
  'Old maps',
  'Linen',
  'Boats',
  'Winter evenings',
  'Breakfast',
  'Pottery',
  'Hiking',
  'Birthday cakes',
  'Bathroom',
  'Knitting',
  'Farm animals',
  'Typography',
  'Autumn table',
  'Window light',
  'Cheese',
  'Airplanes',
  'Letters and stamps',
  'Salads all year',
  'Cabin',
  'Colours I like',
  'Children’s room',
  'Camping food',
  'Rivers and lakes',
  'Posters',
  'Storage that works',
  'Green sauces',
  'Home office',
  'Film stills',
  'Vegetable beds',
  'Cycling',
  'Tiles',
  'Holiday in the Alps',
  'Quick lunches',
  'Quilts',
  'Sketchbook',
  'Christmas market',
] as const;

/** Sections of some boards. */
export const sectionNames: Readonly<Record<string, readonly string[]>> = {
  'Kitchen ideas': ['Shelves', 'Worktops', 'Lighting', 'Small kitchens'],
  'Weeknight dinners': ['Twenty minutes', 'One pot', 'Vegetarian'],
  'Garden in spring': ['Bulbs', 'Pots', 'Seeds to buy'],
  'Dinner party': ['Starters', 'Mains', 'Desserts'],
  'Slow travel': ['By train', 'By boat', 'On foot'],
  'Botanical prints': ['Karl Blossfeldt', 'To frame'],
  Mountains: ['Alps', 'Canyons'],
};

/** Boards that only their owner sees. */
export const secretBoards: readonly string[] = [
  'Gift ideas',
  'Dessert photography',
  'Home office',
  'Birthday cakes',
  'Japan one day',
];

/** What the titles of seeded pins speak of, by photograph. */
export const subjects = {
  'acanthus-mollis': [
    'Acanthus, studied closely',
    'A stem for the tall vase',
    'Bear’s breeches in June',
    'Leaf, thorn and bud',
  ],
  'airplane-from-above': [
    'Biplane over the fields',
    'Seen from above',
    'Two roundels and a cloud',
    'The first aerial pictures',
  ],
  'allium-oreophilum': [
    'Flowering onion',
    'Allium before it opens',
    'What to do with onion flowers',
    'A bulb worth planting',
  ],
  'black-canyon': [
    'Camp in the Black Canyon',
    'The river at noon',
    'A boat below the cliffs',
    'Light on still water',
  ],
  'dust-bowl-home': [
    'A house and a great sky',
    'One room, four windows',
    'Prairie cabin',
    'Timber that has seen weather',
  ],
  'french-alpine-landscape': [
    'Firs below the glacier',
    'Alpine morning',
    'A ridge worth the climb',
    'Above the tree line',
  ],
  'march-pastoral': [
    'Ewes and lambs',
    'Grazing in March',
    'Milk for good cheese',
    'A flock in the heather',
  ],
  'nagasaki-boats': [
    'The harbour at Nagasaki',
    'Boats at low tide',
    'Roofs along the bay',
    'A mast against the hills',
  ],
} as const;

/** Ends of titles, so that hundreds of pins differ. */
export const turns = [
  '',
  ', again',
  ' for the wall',
  ' in a quiet room',
  ' (saved for later)',
  ', part two',
  ' at home',
  ' to remember',
] as const;

export const descriptions = [
  'Kept because of the light. I would like something like this over the table.',
  'To try at the weekend, when there is time.',
  'The grey tones work with oak and linen.',
  'A picture that makes the room quiet.',
  '',
  'Found on a slow afternoon; look at the shadows.',
] as const;

/** Words that number further boards when thousands are asked for. */
export const boardKinds = [
  'Ideas',
  'Notes',
  'Recipes',
  'Rooms',
  'Walks',
  'Colours',
  'Patterns',
  'Makers',
  'Gardens',
  'Tables',
] as const;

export const followers = [
  'anna_linen',
  'bakery_nord',
  'carlo_prints',
  'dora_garden',
  'edda_ceramics',
  'finn_outside',
  'greta_bikes',
] as const;
export const interests = [
  'Baking',
  'Botanical art',
  'Small gardens',
  'Landscape photography',
  'Slow travel',
] as const;
