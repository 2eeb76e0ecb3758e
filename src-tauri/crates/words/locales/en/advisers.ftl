# Labels of the list of advisers.

advisers-title = Advisers
advisers-places = Advisers, teams and KPIs
advisers-teams = Teams
advisers-kpis = KPIs and targets
advisers-add = Add adviser
advisers-find = Find an adviser
advisers-find-hint = By alias, team, site or grade
advisers-found = { $count ->
        [one] 1 adviser
       *[other] { $count } advisers
    }
advisers-nobody = Nobody fits. Try the beginning of an alias.
advisers-here = In the team
advisers-here-remark = sorted by alias
advisers-left = Left
advisers-left-remark = due for deletion by the date shown
advisers-alias = Alias
advisers-team = Team
advisers-site = Site
advisers-grade = Grade
advisers-share = Full-time
advisers-since = Since
advisers-until = Left on
advisers-kept = Due for deletion
advisers-more = More
advisers-details = Details
advisers-details-of = , { $alias }
advisers-calendar = Bank holidays are known until { $day }.
advisers-line = { $team } · { $share } full-time
advisers-empty = Nobody is in this vault yet. Add advisers one by one, or bring in a roster.
advisers-import = Import a roster…
advisers-will-be = What will be here
advisers-will-alias = An alias is enough. A name is optional and sealed under the adviser’s own key.
advisers-will-time = Working time
advisers-will-time-words = Full-time or part-time over the months, and days away without their reason. It makes figures fair.
advisers-will-leave = Leaving
advisers-will-leave-words = Enter the last day and everything gets an end date.
