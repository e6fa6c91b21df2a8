/// The words by which the writers of one language mark the parts of an article. A pack is only data: levels, numbers, lists and order are
/// read without one.
///
/// Unless noted otherwise, each pattern set matches titles.
package struct LanguagePack: Sendable {
    // MARK: Pages and faults

    /// Phrases that name a symptom or an error.
    var faults = PatternSet.empty
    /// Nouns that name a fault when a title ends with one of them.
    var faultNouns = WordSet.empty
    /// Phrases of a reader who is stuck: what they see, not why it happens.
    var complaints = PatternSet.empty
    /// The `faults` that just as often describe a property of a thing, as in `Deleted messages`.
    var ambiguousFaults = PatternSet.empty
    /// Titles that use the words of a fault, but are about handling faults in general.
    var faultTopics = PatternSet.empty
    /// Titles of articles and sections that gather conditions: `Troubleshooting`, `Known issues`.
    var troubleshooting = PatternSet.empty
    /// Titles of how-tos.
    var procedures = PatternSet.empty
    /// Titles of pages of questions and answers.
    var questionPages = PatternSet.empty

    // MARK: Sections

    /// Sections that describe the symptom.
    var symptoms = PatternSet.empty
    /// Sections that say why it happens.
    var causes = PatternSet.empty
    /// Titles and introductions that announce several causes.
    var causeGroups = PatternSet.empty
    /// Sections that make the fault go away.
    var remedies = PatternSet.empty
    /// Titles that only gather remedies.
    var remedyGroups = PatternSet.empty
    /// Sections with something to verify.
    var checks = PatternSet.empty
    /// Sections for readers whom nothing helped.
    var escalations = PatternSet.empty
    /// Phrases, in titles and text, that name somebody to turn to.
    var contacts = PatternSet.empty
    /// Beginnings of sentences that apply only if what came before did not help.
    var unresolved = PatternSet.empty
    /// Sections that are only read.
    var information = PatternSet.empty
    /// Background sections: they are the cause if no other section gives one.
    var backgrounds = PatternSet.empty
    /// Titles that introduce the question of a question-and-answer pair.
    var questionTitles = PatternSet.empty
    /// Titles that introduce its answer.
    var answerTitles = PatternSet.empty
    /// Beginnings of questions, for titles without a question mark.
    var questions = PatternSet.empty
    /// Titles of one of several ways.
    var options = PatternSet.empty
    /// Words before the number of one of several ways: `Option 1`.
    var optionNames = WordSet.empty
    /// Words before the number of something to do, to try or to look into: `Step 1`, `Cause 2`.
    var enumeratorNames = WordSet.empty
    /// The `enumeratorNames` that number remedies.
    var remedyEnumeratorNames = WordSet.empty
    /// The `enumeratorNames` that number a sequence, in how-tos and remedies alike.
    var stepEnumeratorNames = WordSet.empty
    /// Systems and products for which an article may describe separate ways.
    var platforms = WordSet.empty
    /// Words in a troubleshooting title that do not say what it is about.
    var genericWords = WordSet.empty
    /// Summaries of disclosures that say nothing about the content, such as `Read more`.
    var genericSummaries = PatternSet.empty

    // MARK: Labels

    /// Bold words before a colon that label the text after them, and are no title.
    var labels = PatternSet.empty
    /// Labels of something to do.
    var actionLabels = PatternSet.empty
    /// Labels of notes, which are no steps.
    var noteLabels = PatternSet.empty

    // MARK: Instructions

    /// Verbs that begin an instruction.
    var verbs = WordSet.empty
    /// The `verbs` that ask for a look, not for a change.
    var checkVerbs = WordSet.empty
    /// Verbs for reporting a fault to somebody, or for collecting what they need.
    var reportVerbs = WordSet.empty
    /// The `verbs` that are just as often nouns (`lock`, `file`, `list`). Within a sentence they count as verbs only before one of
    /// `objectWords`.
    var ambiguousVerbs = WordSet.empty
    var objectWords = WordSet.empty
    /// Words that make a noun of the verb before them.
    var nounFollowers = WordSet.empty
    /// Words that belong to the verb after them: `double check`.
    var verbPrefixes = WordSet.empty
    /// Verb forms that make a statement of a title: `Sign-in works but …`.
    var finiteVerbs = WordSet.empty
    /// Words that may precede the verb of an instruction.
    var openers = PatternSet.empty
    /// Words that begin a subordinate clause. An instruction may follow after a comma.
    var subordinators = WordSet.empty
    /// Words that begin a clause about a condition.
    var conditionWords = WordSet.empty
    /// Phrases that advise the reader to do what follows.
    var advice = PatternSet.empty
    /// Phrases that say that the subject of the sentence helps: `… may solve the issue`.
    var helpPhrases = PatternSet.empty
    /// Beginnings of offers: `You can …`.
    var offers = PatternSet.empty
    /// Words that forbid what the verb after them says.
    var prohibitions = PatternSet.empty
    /// Pronouns that make a question of the verb before them: `Do you …`.
    var subjectPronouns = WordSet.empty
    /// Beginnings of instructions that need no comma after a subordinate clause.
    var commalessInstructions = PatternSet.empty
    /// Words of a reader who talks about themselves.
    var firstPersonWords = WordSet.empty
    /// Sentences that begin like an instruction, but refer to another part of the text or to further reading.
    var signposts = PatternSet.empty
    /// Sentences that refer to the text below.
    var pointersBelow = PatternSet.empty

    // MARK: Lists and tables

    /// Introductions to lists of values, one of which the reader looks for.
    var valueListIntros = PatternSet.empty
    /// Introductions to lists of things to do.
    var actionListIntros = PatternSet.empty
    /// Introductions to several ways, one of which the reader chooses.
    var choiceIntros = PatternSet.empty
    /// Phrases that rank the sections: by likelihood, or in the order in which to try them.
    var ranking = PatternSet.empty
    /// Phrases that ask to try one step at a time.
    var oneAtATimePhrases = PatternSet.empty
    /// Words after a number that make it a likelihood: `% of the time`.
    var likelihood = PatternSet.empty
    /// Headers of the columns of a troubleshooting table that say what is seen.
    var symptomColumns = PatternSet.empty
    /// Headers of the columns that say why.
    var causeColumns = PatternSet.empty
    /// Headers of the columns that say what to do.
    var remedyColumns = PatternSet.empty

    /// No language: only numbers, levels, lists and order are read. For pages whose front matter asks for a guide, in a language without a
    /// pack.
    package static let structural = LanguagePack()
}
