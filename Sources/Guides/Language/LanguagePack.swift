/// The words by which a language's writers show what a part of an article is. All of it is data: the structural part of the reading
/// (levels, numbers, lists, order) works without any pack.
package struct LanguagePack: Sendable {
    /// How a symptom is worded, in a title.
    let faults: PatternSet
    /// Words of which one at a title's end names a fault.
    let faultNouns: WordSet
    /// How somebody who is stuck words what they see, rather than why it is so.
    let complaints: PatternSet
    /// Those of a symptom's words that as often name a thing's property, as in `Deleted messages`.
    let properties: PatternSet
    /// Titles that have a symptom's words and are about how faults are handled.
    let faultTopics: PatternSet
    /// Titles of articles or sections that gather conditions: `Troubleshooting`, `Known issues`.
    let troubleshooting: PatternSet
    /// Titles of a section that describes what is seen.
    let symptoms: PatternSet
    /// Titles of a section that says why.
    let causes: PatternSet
    /// Titles, or introductions, that gather several causes.
    let causeGroups: PatternSet
    /// Titles of a section that makes the fault go away.
    let remedies: PatternSet
    /// Titles that gather remedies, and have nothing to do themselves.
    let remedyGroups: PatternSet
    /// Titles of something to verify.
    let checks: PatternSet
    /// Titles and sentences for when nothing helped.
    let escalations: PatternSet
    /// Whom to turn to.
    let contacts: PatternSet
    /// Conditions under which a sentence applies only when what stands before did not help.
    let unresolved: PatternSet
    /// Titles of what is only to be read.
    let information: PatternSet
    /// Titles of what stands behind a fault: its cause, where no other part gives that.
    let backgrounds: PatternSet
    /// Titles of a how-to.
    let procedures: PatternSet
    /// Titles of pages of questions and answers.
    let questionPages: PatternSet
    /// Titles that stand for a question, and for its answer.
    let questionTitles: PatternSet
    let answerTitles: PatternSet
    /// How a question begins, where its mark is missing.
    let questions: PatternSet
    /// Titles of one of several ways, and the words that number such.
    let options: PatternSet
    let optionNames: WordSet
    /// Words that begin a numbered title of something to do or to try.
    let numbered: WordSet
    /// Systems and products for each of which an article may have its own way.
    let platforms: WordSet
    /// Bold words before a colon that name what follows, and are no title.
    let labels: PatternSet
    /// Labels before what the reader should do.
    let actionLabels: PatternSet
    /// Labels of remarks, which are no steps.
    let remarkLabels: PatternSet
    /// Titles of a disclosure that say nothing of what is in it.
    let disclosures: PatternSet
    /// Verbs that an instruction begins with.
    let verbs: WordSet
    /// Verbs that ask for a look, not for a change.
    let checkVerbs: WordSet
    /// What stands before an instruction's verb without changing it.
    let openers: PatternSet
    /// Words that begin a clause which an instruction follows behind a comma.
    let subordinators: WordSet
    /// Phrases that tell the reader to do what follows them.
    let advice: PatternSet
    /// Verbs that are as often nouns (`lock`, `file`, `list`): within a sentence they count only before one of `objectWords`.
    let nouns: WordSet
    let objectWords: WordSet
    /// Verbs that say that something helps, behind the thing that does.
    let helps: PatternSet
    /// Words behind a verb that make a noun of it.
    let nounFollowers: WordSet
    /// Sentences that begin as an instruction and lead elsewhere in the text, or to more reading.
    let signposts: PatternSet
    /// Sentences that lead to what follows them.
    let leadsBelow: PatternSet
    /// Lead-ins of lists whose items are values, of which one is looked for.
    let valueLists: PatternSet
    /// Lead-ins of lists whose items are things to do.
    let actionLists: PatternSet
    /// Words that say that the parts are in order of likelihood, or to be tried in order.
    let ranking: PatternSet
    /// Words that say that one step at a time is to be tried.
    let oneByOne: PatternSet
    /// Lead-ins that announce several ways of which one is to be chosen.
    let choices: PatternSet
    /// Words behind a percentage that make it a likelihood; and those before it for what remains.
    let likelihood: PatternSet
    /// Heads of the columns of tables of symptoms: what is seen, why, what to do.
    let symptomColumns: PatternSet
    let causeColumns: PatternSet
    let remedyColumns: PatternSet
    /// Verbs that make a statement of a title: `Sign-in works but …`.
    let finiteVerbs: WordSet
    /// How a clause that names a condition begins.
    let conditions: WordSet
    /// Of the words that number titles, those of something that makes the fault go away.
    let remedyNumbers: WordSet
    /// Those of one thing after the other, in how-tos and remedies alike.
    let stepNumbers: WordSet
    /// Words of a troubleshooting title that say nothing of what it is about.
    let genericWords: WordSet
    /// Verbs by which somebody else is told of the fault, or what they need is collected.
    let reportVerbs: WordSet
    /// How an offer begins: `You can …`.
    let offers: PatternSet
    /// What turns the verb behind it into what not to do.
    let prohibitions: PatternSet
    /// Words before a verb that are a part of it: `double check`.
    let verbPrefixes: WordSet
    /// Words behind a verb that make a question of it: `Do you …`.
    let questionFollowers: WordSet
    /// Instructions that need no comma before them.
    let urgings: PatternSet
    /// Words of whoever is stuck.
    let firstPerson: WordSet
}
