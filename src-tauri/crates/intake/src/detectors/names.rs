//! Columns that look like people's names: most cells are two to four words, mostly capitalised, and enough of them begin
//! with a title or a given name that is common in the United Kingdom. Only a whole column can look like names; one
//! cell with two capitals may be a town.

const TITLES: [&str; 9] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir"];

/// Given names among the commonest in England, Scotland and Wales over the last eighty years (ONS and NRS, baby name
/// statistics), with those common in communities that such lists reach late.
const GIVEN: &str = " aaron aaliyah abdul abdullah abigail adam adele adrian agnieszka ahmed aidan aisha alan albert \
    alex alexander alexandra alfie alice alison alistair amanda amara amelia amina amy andrea andrew angela anita ann \
    anna anne annie anthony antonio archie arthur asha ashley ava ayesha barbara barry beatrice ben benjamin bernard \
    beth bethany beverley bilal brandon brenda brian bronwen bruce callum cameron carl carol caroline carys catherine \
    ceri charles charlie charlotte chinedu chloe chris christian christina christine christopher ciara claire clare \
    clive colin connor conor craig daisy dale damian daniel danielle darren david dawn dean deborah declan denise \
    dennis derek diana diane dilys dominic donald donna dorothy douglas dylan edward eilidh eileen elaine eleanor \
    elena elin elizabeth ella ellen ellie emily emma eric erin ethan eva evan evelyn evie fatima femi fiona florence \
    frances francis frank fraser freddie freya gareth gary gavin gemma geoffrey george georgia gerald gillian glenn \
    gloria gordon grace graham grant grzegorz gwen hamza hannah harriet harry hassan hayley hazel heather helen henry \
    holly howard hugh hussain ian ibrahim imran iona irene isaac isabella isla ivan jack jackie jacob jacqueline jake \
    james jamie jan jane janet janice jasmine jason jean jeffrey jennifer jeremy jessica jill joan joanna joanne joe \
    joel john jon jonathan jordan joseph josh joshua joyce judith julia julian julie june karen karl kate katherine \
    kathleen katie kay kayleigh keith kelly ken kenneth kerry kevin khadija khalid kieran kim kirsty kofi krzysztof \
    kyle lauren laura lawrence leah lee leo leon lesley lewis liam lily linda lindsay lisa logan lorraine louis louise \
    lucas lucy luke lynn lynne malcolm malik marcus margaret maria mariam marie marilyn mark martin mary maryam \
    matthew maureen max megan melanie melissa mia michael michelle mike mohamed mohammad mohammed molly monika morgan \
    muhammad nadia naomi natalie natasha nathan neil niamh nicholas nick nicola nicole nigel noah nora norma norman \
    oliver olivia olu omar oscar owen pamela pat patricia patrick paul paula pauline penny peter philip phillip phoebe \
    piotr poppy priya rachel rajesh ralph raymond rebecca rhian rhys richard rita robert robin roger ronald rory rose \
    rosemary ross roy ruby russell ruth ryan sadia sally sam samantha samina samir samuel sandra sara sarah scott \
    sean shannon sharon sheila shirley sian simon sofia sophia sophie stacey stephanie stephen steve steven stewart \
    stuart susan suzanne sylvia tamara tanya tara teresa terence terry thomas tim timothy tina toby tom tomasz tony \
    tracey trevor tyler uma usman valerie vanessa vera veronica victoria vikram vincent violet vivian walter wayne \
    wendy will william xiao yasmin yusuf yvonne zahra zainab zoe zofia ";

/// Given names that are English words too, and say nothing when written small.
const WORDS: [&str; 18] = [
    "will", "mark", "rose", "grant", "june", "grace", "dawn", "frank", "max", "pat", "dale",
    "hope", "holly", "hazel", "heather", "jean", "lee", "penny",
];

/// Whether a cell has the form of a name, and if so, how sure a sign it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameSign {
    /// Two to four capitalised words.
    Form,
    /// The same, with a title or a given name that is known.
    Known,
}

/// Looks at one cell.
pub(crate) fn is_name_like(text: &str) -> Option<NameSign> {
    let mut words = text.split(|letter: char| letter.is_whitespace() || letter == ',');
    let mut count = 0usize;
    let mut is_known = false;
    while let Some(word) = words.by_ref().find(|word| !word.is_empty()) {
        let word = word.trim_end_matches('.');
        if !is_name_word(word) {
            return None;
        }
        count += 1;
        is_known = is_known || is_given(word);
    }
    match (count, is_known) {
        (2..=4, true) => Some(NameSign::Known),
        (2..=4, false) => Some(NameSign::Form),
        _ => None,
    }
}

/// Looks at one cell of a column that may hold names in small letters: "jane smith". In small letters a form alone is
/// weak, so that more of the cells must begin or end with a given name.
pub(crate) fn is_small_name_like(text: &str) -> Option<NameSign> {
    let letters = |word: &str| {
        word.chars()
            .all(|letter| letter.is_lowercase() || matches!(letter, '\'' | '’' | '-'))
    };
    let parts = text.split(|letter: char| letter.is_whitespace() || letter == ',');
    let words: Vec<&str> = parts
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .take(5)
        .collect();
    if !(2..=4).contains(&words.len()) || !words.iter().all(|word| letters(word)) {
        return None;
    }
    let is_known = |word: &&str| is_given(word) && !WORDS.contains(word);
    let is_first = words.first().is_some_and(is_known);
    let is_behind = text.contains(',') && words.get(1).is_some_and(is_known);
    Some(if is_first || is_behind {
        NameSign::Known
    } else {
        NameSign::Form
    })
}

/// Whether a text can only be a person: a title, a given name that is known, or a surname with its initial, "Smith, J"
/// and "J. Smith".
pub(super) fn is_person(text: &str) -> bool {
    match is_name_like(text) {
        Some(NameSign::Known) => true,
        Some(NameSign::Form) => {
            let has_sign = text.contains(',') || text.contains(". ") || text.ends_with('.');
            has_sign && is_by_initial(text)
        }
        None => false,
    }
}

/// Whether a text has the form of a name with an initial in front or at its end.
pub(super) fn is_by_initial(text: &str) -> bool {
    let is_initial = |word: Option<&str>| {
        word.is_some_and(|word| word.trim_end_matches('.').chars().count() == 1)
    };
    let mut words = text.split_whitespace();
    is_name_like(text).is_some() && (is_initial(words.next()) || is_initial(words.next_back()))
}

/// A capital and letters, as in "O'Neill", "Smith-Jones" and the initial "J".
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
}

fn is_given(word: &str) -> bool {
    let word = word.to_lowercase();
    TITLES.contains(&word.as_str()) || GIVEN.contains(&format!(" {word} "))
}
