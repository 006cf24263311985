package org.plumbline.server.review;

import java.util.UUID;
import org.plumbline.server.account.PersonalData;
import org.springframework.stereotype.Component;

/**
 * What a person said of others' repetitions stays when they leave, without their name: labels measure the rules, and a comment
 * belongs to the lifter as much. What they had deleted goes.
 */
@Component
class ErasedReviews implements PersonalData {
    private final RepetitionCommentRepository comments;
    private final FlagReviewRepository reviews;

    ErasedReviews(RepetitionCommentRepository comments, FlagReviewRepository reviews) {
        this.comments = comments;
        this.reviews = reviews;
    }

    @Override
    public void erase(UUID personId) {
        comments.forgetAuthor(personId);
        reviews.forgetReviewer(personId);
    }
}
